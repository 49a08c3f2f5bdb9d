using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Recording;
using IqosDevice.Emulator.Tests.Holder;

namespace IqosDevice.Emulator.Tests.Recording;

/// <summary>A client that connects, uses every kind of request that decoders know, and leaves; captured.</summary>
internal static class CapturedSession
{
    /// <summary>Opcodes of the session's PDUs, in both directions.</summary>
    public static IReadOnlyList<int> Opcodes { get; } =
    [
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13,
        0x16, 0x17, 0x18, 0x19, 0x1B, 0x52,
    ];

    public static byte[] Record(ulong seed = 1)
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Seed = seed });
        using var file = new MemoryStream();
        using var capture = new AttCapture(holder.Queue, file);
        holder.Peripheral.Tap = capture;
        holder.Advance(TimeSpan.FromSeconds(1));

        var client = new HolderClient(holder);
        DiscoverAll(client);
        UseAll(client);
        holder.Advance(TimeSpan.FromSeconds(1));
        client.Notifications.ShouldNotBeEmpty();
        client.Leave();
        return file.ToArray();
    }

    private static void DiscoverAll(HolderClient client)
    {
        for (int start = 1; start != 0;)
        {
            byte[] response = client.Request(0x10, (byte)start, 0x00, 0xFF, 0xFF, 0x00, 0x28);
            start = response[0] == 0x11 ? response[^(response[1] - 2)] + 1 : 0;
        }

        for (int start = 1; start != 0;)
        {
            byte[] response = client.Request(0x04, (byte)start, 0x00, 0xFF, 0xFF);
            int entryBytes = response[1] == 1 ? 4 : 18;
            start = response[0] == 0x05 ? response[^entryBytes] + 1 : 0;
        }

        client.Request(0x06, 0x01, 0x00, 0xFF, 0xFF, 0x00, 0x28, 0x0F, 0x18)[0].ShouldBe((byte)0x07);
    }

    private static void UseAll(HolderClient client)
    {
        byte battery = (byte)client.HandleOf(HolderClient.BatteryInformation);
        byte scp = (byte)client.HandleOf(HolderClient.ScpControlPoint);
        client.Subscribe(HolderClient.ScpControlPoint);
        client.Read(HolderClient.BatteryInformation)[0].ShouldBe((byte)0x0B);
        client.Request(0x0C, battery, 0x00, 0x02, 0x00)[0].ShouldBe((byte)0x0D);
        client.Request(0x0E, battery, 0x00, battery, 0x00)[0].ShouldBe((byte)0x0F);
        client.Write(HolderClient.ScpControlPoint, 0x00, 0xC0, 0x01, 0x00, 0x15).ShouldBe([0x13]);
        client.Command(0x52, scp, 0x00, 0x00, 0xC0, 0x01, 0x00, 0x15);
        client.Request(0x16, (byte)(scp + 1), 0x00, 0x00, 0x00, 0x01, 0x00)[0].ShouldBe((byte)0x17);
        client.Request(0x18, 0x01)[0].ShouldBe((byte)0x19);
    }
}
