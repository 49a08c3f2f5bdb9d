"""Follows the Holder status through one session with bleak: prints each state when it begins, and how many values came."""
import asyncio
import sys

from bleak import BleakClient, BleakScanner

STATUS = "6cba9c12-9b0b-47ce-a78e-e6ed36c553b9"
STATES = ("Off Sleep Charging Ready StickInserted Preheat Session EndWarning Cooling Paused Locked TemperatureFault "
          "LowBattery Error Reset Updating").split()


async def main(last):
    device = await BleakScanner.find_device_by_filter(lambda d, _: "IQOS" in (d.name or ""), timeout=20)
    async with BleakClient(device) as client:
        values = asyncio.Queue()
        await client.start_notify(STATUS, lambda _, value: values.put_nowait(bytes(value)))
        print("watching", flush=True)
        before, count = None, 0
        while before != last or "EndWarning" not in seen:
            value = await values.get()
            count += 1
            state = STATES[value[1]]
            if state != before:
                seen.append(state)
                print(state, flush=True)
            before = state
        print(f"values: {count}", flush=True)


seen = []
asyncio.run(main(sys.argv[1]))
