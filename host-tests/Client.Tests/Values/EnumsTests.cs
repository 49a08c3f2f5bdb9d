using EventKind = IqosDevice.Client.Values.EventKind;
using HolderState = IqosDevice.Client.Values.HolderState;

namespace IqosDevice.Client.Tests.Values;

/// <summary>The client depends on nothing, so it has enums of its own; they must stay the firmware's.</summary>
public sealed class EnumsTests
{
    [Fact]
    public void States_are_the_firmwares() =>
        NamesAndNumbers<HolderState>().ShouldBe(NamesAndNumbers<Firmware.Core.Session.HolderState>());

    [Fact]
    public void Event_kinds_are_the_firmwares() =>
        NamesAndNumbers<EventKind>().Where(kind => kind != (nameof(EventKind.Unknown), 0))
            .ShouldBe(NamesAndNumbers<Firmware.Core.Storage.EventKind>());

    private static IEnumerable<(string Name, byte Number)> NamesAndNumbers<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => (value.ToString(), Convert.ToByte(value, null)));
}
