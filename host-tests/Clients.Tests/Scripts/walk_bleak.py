"""Walks the steps of walk.json with bleak; prints a line for each step that has a name."""
import asyncio
import json
import sys

from bleak import BleakClient, BleakScanner


async def main(steps):
    client = None
    replies = asyncio.Queue()
    for step in steps:
        do, uuid, result = step["do"], step.get("characteristic"), None
        if do == "find":
            device = await BleakScanner.find_device_by_filter(lambda d, _: "IQOS" in (d.name or ""), timeout=20)
            result = device.name
        elif do == "connect":
            client = BleakClient(device)
            await client.connect()
        elif do == "services":
            result = " ".join(sorted(service.uuid for service in client.services))
        elif do == "read":
            result = bytes(await client.read_gatt_char(uuid)).hex()
        elif do == "subscribe":
            await client.start_notify(uuid, lambda _, value: replies.put_nowait(bytes(value)))
        elif do == "ask":
            await client.write_gatt_char(uuid, bytes.fromhex(step["request"]), response=True)
            result = (await asyncio.wait_for(replies.get(), 10)).hex()
        elif do == "unsubscribe":
            await client.stop_notify(uuid)
        elif do == "disconnect":
            await client.disconnect()
        else:
            raise ValueError(do)
        if "step" in step:
            print(f"{step['step']}: {result}", flush=True)


with open(sys.argv[1], encoding="utf-8") as file:
    asyncio.run(main(json.load(file)))
