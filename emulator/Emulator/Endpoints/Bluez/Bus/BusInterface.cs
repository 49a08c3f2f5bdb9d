using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>One interface of one object. Called on the simulation's thread.</summary>
internal abstract class BusInterface
{
    public abstract InterfaceDescription Description { get; }

    /// <summary>A method of the description is called, with arguments of its signature. It is answered now or later.</summary>
    /// <exception cref="DBusError">The answer is this error.</exception>
    public virtual void Call(MethodCall call) => throw DBusError.NotSupported($"{call.Member} is not supported.");

    /// <summary>A property's present value as a client sees it; null where it has none.</summary>
    public virtual object? Get(string property, BusConnection viewer) => null;

    /// <summary>Sets a property that can be written; the value has its type.</summary>
    /// <exception cref="DBusError">It is refused.</exception>
    public virtual void Set(string property, object value, BusConnection setter) => throw DBusError.PropertyReadOnly(property);

    /// <summary>All properties that have a value.</summary>
    public IEnumerable<KeyValuePair<string, object>> GetAll(BusConnection viewer) =>
        from property in Description.Properties
        let value = Get(property.Name, viewer)
        where value is not null
        select KeyValuePair.Create(property.Name, value);
}
