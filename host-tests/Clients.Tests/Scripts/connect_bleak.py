"""Finds the holder, waits for a line on standard input, and tries to connect: prints what came of it; again for each line."""
import asyncio
import sys

from bleak import BleakClient, BleakScanner
from bleak.exc import BleakDBusError


async def main():
    device = await BleakScanner.find_device_by_filter(lambda d, _: "IQOS" in (d.name or ""), timeout=20)
    print("found", flush=True)
    loop = asyncio.get_running_loop()
    while await loop.run_in_executor(None, sys.stdin.readline):
        try:
            async with BleakClient(device) as client:
                print("connected", bytes(await client.read_gatt_char("00002a19-0000-1000-8000-00805f9b34fb")).hex(), flush=True)
        except BleakDBusError as error:
            print(error.dbus_error, error.dbus_error_details, flush=True)


asyncio.run(main())
