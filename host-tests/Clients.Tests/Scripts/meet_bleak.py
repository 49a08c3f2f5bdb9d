"""Meets several holders with bleak: connects to all of them at once and prints, sorted, the address, name and model of each."""
import asyncio
import sys

from bleak import BleakClient, BleakScanner

MODEL = "00002a24-0000-1000-8000-00805f9b34fb"


async def find(count):
    async with BleakScanner() as scanner:
        while True:
            found = [device for device in scanner.discovered_devices if "IQOS" in (device.name or "")]
            if len(found) == count:
                return found
            await asyncio.sleep(0.1)


async def main(count):
    devices = await asyncio.wait_for(find(count), 20)
    clients = [BleakClient(device) for device in devices]
    for client in clients:
        await client.connect()
    lines = []
    for device, client in zip(devices, clients):
        model = bytes(await client.read_gatt_char(MODEL)).rstrip(b"\0").decode()
        lines.append(f"{device.address} {device.name}: {model}")
    for client in clients:
        await client.disconnect()
    print("\n".join(sorted(lines)), flush=True)


asyncio.run(main(int(sys.argv[1])))
