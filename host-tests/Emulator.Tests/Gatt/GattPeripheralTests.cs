using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Tests.Gatt;

public sealed class GattPeripheralTests
{
    private readonly SmallHolder holder = new();

    [Fact]
    public void One_client_at_a_time_and_advertising_resumes_when_it_leaves()
    {
        holder.Peripheral.IsConnected.ShouldBeTrue();
        holder.Peripheral.IsAdvertising.ShouldBeFalse();
        holder.Peripheral.TryConnect(new RecordingBearer()).ShouldBeNull();

        holder.Server.Closed("went out of range");

        holder.Peripheral.IsConnected.ShouldBeFalse();
        holder.Peripheral.IsAdvertising.ShouldBeTrue();
        holder.Peripheral.LinkEndReason.ShouldBe("went out of range");
        holder.Peripheral.TryConnect(new RecordingBearer()).ShouldNotBeNull();
        holder.LinkChanges.ShouldBe([true, false, true]);
    }

    [Fact]
    public void Nobody_connects_to_a_holder_that_does_not_advertise()
    {
        holder.Peripheral.AdvertisingEnabled = false;
        holder.Peripheral.IsConnected.ShouldBeTrue("ending advertising leaves the link");
        holder.Server.Closed("gone");

        holder.Peripheral.TryConnect(new RecordingBearer()).ShouldBeNull();
    }

    [Fact]
    public void Disconnect_closes_the_bearer_and_tells_once()
    {
        holder.Peripheral.Disconnect("reset");
        holder.Peripheral.Disconnect("again");
        holder.Server.Closed("the bearer says so too");

        holder.Bearer.CloseReason.ShouldBe("reset");
        holder.LinkChanges.ShouldBe([true, false]);
    }

    [Fact]
    public void A_late_end_of_the_last_client_leaves_the_next_one_alone()
    {
        holder.Peripheral.Disconnect("reset");
        holder.Peripheral.TryConnect(new RecordingBearer());

        holder.Server.Closed("late");

        holder.Peripheral.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public void A_restarted_device_drops_its_client_and_serves_another_table()
    {
        var table = new AttributeTable();
        table.AddService(Uuid.Parse("180f"));

        holder.Peripheral.Serve("IQOS new", Uuid.Parse("180f"), table);
        var bearer = new RecordingBearer();
        holder.Peripheral.TryConnect(bearer)!.Receive([0x10, 0x01, 0x00, 0xFF, 0xFF, 0x00, 0x28]);

        holder.Bearer.CloseReason.ShouldNotBeNull();
        holder.Peripheral.LocalName.ShouldBe("IQOS new");
        bearer.Sent.ShouldBe(["1106010001000F18"]);
    }

    [Fact]
    public void A_characteristic_without_a_service_and_a_descriptor_without_a_characteristic_are_misuse()
    {
        var table = new AttributeTable();
        Should.Throw<InvalidOperationException>(() =>
            table.AddCharacteristic(Uuid.Parse("2a19"), CharacteristicProperties.Read, new StoredValue()));
        table.AddService(Uuid.Parse("180f"));
        Should.Throw<InvalidOperationException>(() => table.AddDescriptor(Uuid.Parse("2901"), new byte[1]));
    }
}
