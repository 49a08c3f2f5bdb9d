"""Reads one value over and over with bleak; prints the reads per second of each round."""
import asyncio
import sys
import time

from bleak import BleakClient, BleakScanner

READS = 3000


async def main(rounds):
    device = await BleakScanner.find_device_by_filter(lambda d, _: d.name == "benchmark", timeout=20)
    async with BleakClient(device) as client:
        value = client.services.get_characteristic("b3a7e7c0-0001-4a53-9d1e-6f2b8c5d9e10")
        for _ in range(rounds):
            start = time.perf_counter()
            for _ in range(READS):
                await client.read_gatt_char(value)
            print(READS / (time.perf_counter() - start), flush=True)


asyncio.run(main(int(sys.argv[1])))
