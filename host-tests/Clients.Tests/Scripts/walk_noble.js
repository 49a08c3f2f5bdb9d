// Walks the steps of walk.json with noble over D-Bus; prints a line for each step that has a name.
// Before noble is loaded: its other way is a raw socket, for which there is no adapter.
process.env.NOBLE_BINDINGS = 'dbus'
const { readFileSync } = require('fs')
const noble = require('@stoprocent/noble')

const shorten = uuid => uuid.replace(/^0000(....)-0000-1000-8000-00805f9b34fb$/, '$1').replaceAll('-', '')
const lengthen = uuid => uuid.length === 4
  ? `0000${uuid}-0000-1000-8000-00805f9b34fb`
  : uuid.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

async function main (steps) {
  let peripheral
  let services
  let characteristics = []
  await noble.waitForPoweredOnAsync()
  for (const step of steps) {
    const characteristic = step.characteristic && characteristics.find(found => found.uuid === shorten(step.characteristic))
    let result
    switch (step.do) {
      case 'find': {
        const found = new Promise(resolve => noble.on('discover', candidate => {
          if ((candidate.advertisement.localName ?? '').includes('IQOS')) resolve(candidate)
        }))
        await noble.startScanningAsync([], false)
        peripheral = await found
        await noble.stopScanningAsync()
        result = peripheral.advertisement.localName
        break
      }
      case 'connect':
        await peripheral.connectAsync()
        ;({ services, characteristics } = await peripheral.discoverAllServicesAndCharacteristicsAsync())
        break
      case 'services':
        result = services.map(service => lengthen(service.uuid)).sort().join(' ')
        break
      case 'read':
        result = (await characteristic.readAsync()).toString('hex')
        break
      case 'subscribe':
        await characteristic.subscribeAsync()
        break
      case 'ask': {
        const reply = new Promise(resolve => characteristic.once('data', resolve))
        await characteristic.writeAsync(Buffer.from(step.request, 'hex'), false)
        result = (await reply).toString('hex')
        break
      }
      case 'unsubscribe':
        await characteristic.unsubscribeAsync()
        break
      case 'disconnect':
        await peripheral.disconnectAsync()
        break
      default:
        throw new Error(step.do)
    }
    if (step.step) console.log(`${step.step}: ${result}`)
  }
}

main(JSON.parse(readFileSync(process.argv[2], 'utf8'))).then(() => process.exit(0)).catch(error => {
  console.error(error)
  process.exit(1)
})
