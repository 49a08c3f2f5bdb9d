"""Walks the steps of walk.json with a library that knows D-Bus and nothing of Bluetooth: gio, dbus-python or pydbus.

Prints a line for each step that has a name.
"""
import json
import sys

from gi.repository import Gio, GLib

BLUEZ = "org.bluez"
DEVICE, SERVICE, CHARACTERISTIC = "org.bluez.Device1", "org.bluez.GattService1", "org.bluez.GattCharacteristic1"


class GioLibrary:
    """GDBus: proxies that keep properties."""

    def __init__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SYSTEM)
        self.watched = []

    def call(self, path, interface, method, signature="()", *arguments):
        result = self.proxy(path, interface).call_sync(method, GLib.Variant(signature, arguments), Gio.DBusCallFlags.NONE, -1)
        return result.unpack()[0] if result.n_children() else None

    def watch(self, path, callback):
        proxy = self.proxy(path, CHARACTERISTIC)
        proxy.connect("g-properties-changed", lambda _, changed, __: callback(changed.unpack()))
        self.watched.append(proxy)

    def proxy(self, path, interface):
        return Gio.DBusProxy.new_sync(self.bus, Gio.DBusProxyFlags.NONE, None, BLUEZ, path, interface)


class DBusPython:
    """libdbus."""

    def __init__(self):
        import dbus
        from dbus.mainloop.glib import DBusGMainLoop
        DBusGMainLoop(set_as_default=True)
        self.dbus, self.bus = dbus, dbus.SystemBus()

    def call(self, path, interface, method, _="()", *arguments):
        return self.dbus.Interface(self.bus.get_object(BLUEZ, path), interface).get_dbus_method(method)(*arguments)

    def watch(self, path, callback):
        self.bus.get_object(BLUEZ, path).connect_to_signal(
            "PropertiesChanged", lambda _, changed, __: callback(changed), dbus_interface=self.dbus.PROPERTIES_IFACE)


class PyDBus:
    """Objects made of what introspection tells."""

    def __init__(self):
        import pydbus
        self.bus = pydbus.SystemBus()

    def call(self, path, interface, method, _="()", *arguments):
        return getattr(self.bus.get(BLUEZ, path)[interface], method)(*arguments)

    def watch(self, path, callback):
        self.bus.get(BLUEZ, path)["org.freedesktop.DBus.Properties"].PropertiesChanged.connect(lambda _, changed, __: callback(changed))


def objects(library, interface):
    managed = library.call("/", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects")
    return {path: found[interface] for path, found in managed.items() if interface in found}


def find(library):
    while True:
        for path, device in objects(library, DEVICE).items():
            if "IQOS" in device.get("Name", ""):
                return path, device["Name"]
        GLib.MainContext.default().iteration(False)


def wait_for(replies):
    while not replies:
        GLib.MainContext.default().iteration(True)
    return replies.pop(0)


def main(library, steps):
    device, paths, replies = None, {}, []
    for step in steps:
        do, path, result = step["do"], paths.get(step.get("characteristic")), None
        if do == "find":
            library.call("/org/bluez/hci0", "org.bluez.Adapter1", "StartDiscovery")
            device, result = find(library)
            library.call("/org/bluez/hci0", "org.bluez.Adapter1", "StopDiscovery")
        elif do == "connect":
            library.call(device, DEVICE, "Connect")
            paths = {found["UUID"]: path for path, found in objects(library, CHARACTERISTIC).items()}
        elif do == "services":
            result = " ".join(sorted(found["UUID"] for found in objects(library, SERVICE).values()))
        elif do == "read":
            result = bytes(library.call(path, CHARACTERISTIC, "ReadValue", "(a{sv})", {})).hex()
        elif do == "subscribe":
            library.watch(path, lambda changed: replies.append(bytes(changed["Value"])) if "Value" in changed else None)
            library.call(path, CHARACTERISTIC, "StartNotify")
        elif do == "ask":
            library.call(path, CHARACTERISTIC, "WriteValue", "(aya{sv})", bytes.fromhex(step["request"]), {})
            result = wait_for(replies).hex()
        elif do == "unsubscribe":
            library.call(path, CHARACTERISTIC, "StopNotify")
        elif do == "disconnect":
            library.call(device, DEVICE, "Disconnect")
        else:
            raise ValueError(do)
        if "step" in step:
            print(f"{step['step']}: {result}", flush=True)


with open(sys.argv[2], encoding="utf-8") as file:
    main({"gio": GioLibrary, "dbus-python": DBusPython, "pydbus": PyDBus}[sys.argv[1]](), json.load(file))
