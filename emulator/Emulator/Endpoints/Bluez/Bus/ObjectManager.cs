using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>Lists the objects of a service (D-Bus specification, "org.freedesktop.DBus.ObjectManager"). Lives at the root.</summary>
internal sealed class ObjectManager : BusInterface
{
    public const string Path = "/";

    private const string Name = "org.freedesktop.DBus.ObjectManager";

    private readonly BusService service;

    public ObjectManager(BusService service) => this.service = service;

    public override InterfaceDescription Description { get; } = new(Name)
    {
        Methods = [new("GetManagedObjects", [], ["a{oa{sa{sv}}} objects"])],
        Signals = [new("InterfacesAdded", "o object", "a{sa{sv}} interfaces"), new("InterfacesRemoved", "o object", "as interfaces")],
    };

    public override void Call(MethodCall call) => call.Reply("a{oa{sa{sv}}}", writer =>
    {
        int array = writer.BeginArray('{');
        foreach (BusObject managed in service.ObjectsFor(call.Caller).Where(managed => managed.Path != Path))
        {
            writer.BeginStruct();
            writer.WriteString(managed.Path);
            WriteInterfaces(writer, managed, call.Caller);
        }

        writer.EndArray(array);
    });

    public static void EmitAdded(BusService service, BusObject added, BusConnection viewer) =>
        service.Emit(Path, Name, "InterfacesAdded", "oa{sa{sv}}", writer =>
        {
            writer.WriteString(added.Path);
            WriteInterfaces(writer, added, viewer);
        }, listener => listener == viewer);

    public static void EmitRemoved(BusService service, BusObject removed) =>
        service.Emit(Path, Name, "InterfacesRemoved", "oas", writer =>
        {
            writer.WriteString(removed.Path);
            writer.WriteStrings(removed.Interfaces.Select(offered => offered.Description.Name));
        }, removed.IsVisibleTo);

    private static void WriteInterfaces(MessageWriter writer, BusObject managed, BusConnection viewer)
    {
        int array = writer.BeginArray('{');
        foreach (BusInterface offered in managed.Interfaces)
        {
            writer.BeginStruct();
            writer.WriteString(offered.Description.Name);
            writer.WriteProperties(offered.GetAll(viewer));
        }

        writer.EndArray(array);
    }
}
