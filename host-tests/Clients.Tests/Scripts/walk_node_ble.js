// Walks the steps of walk.json with node-ble; prints a line for each step that has a name.
const { readFileSync } = require('fs')
const { createBluetooth } = require('node-ble')

async function main (steps) {
  const { bluetooth, destroy } = createBluetooth()
  const adapter = await bluetooth.defaultAdapter()
  const characteristics = new Map()
  let device
  let gatt
  for (const step of steps) {
    const characteristic = characteristics.get(step.characteristic)
    let result
    switch (step.do) {
      case 'find':
        await adapter.startDiscovery()
        device = await waitForHolder(adapter)
        await adapter.stopDiscovery()
        result = await device.getName()
        break
      case 'connect':
        await device.connect()
        gatt = await device.gatt()
        for (const service of await gatt.services()) {
          const found = await gatt.getPrimaryService(service)
          for (const uuid of await found.characteristics()) {
            characteristics.set(uuid, await found.getCharacteristic(uuid))
          }
        }
        break
      case 'services':
        result = (await gatt.services()).sort().join(' ')
        break
      case 'read':
        result = (await characteristic.readValue()).toString('hex')
        break
      case 'subscribe':
        await characteristic.startNotifications()
        break
      case 'ask': {
        const reply = new Promise(resolve => characteristic.once('valuechanged', resolve))
        await characteristic.writeValue(Buffer.from(step.request, 'hex'), { type: 'request' })
        result = (await reply).toString('hex')
        break
      }
      case 'unsubscribe':
        await characteristic.stopNotifications()
        break
      case 'disconnect':
        await device.disconnect()
        break
      default:
        throw new Error(step.do)
    }
    if (step.step) console.log(`${step.step}: ${result}`)
  }
  destroy()
}

async function waitForHolder (adapter) {
  for (;;) {
    for (const address of await adapter.devices()) {
      const device = await adapter.getDevice(address)
      if ((await device.getName()).includes('IQOS')) return device
    }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

main(JSON.parse(readFileSync(process.argv[2], 'utf8'))).catch(error => {
  console.error(error)
  process.exit(1)
})
