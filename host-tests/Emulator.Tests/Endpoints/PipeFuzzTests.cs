using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Endpoints;

public sealed class PipeFuzzTests
{
    private const int ConnectionCount = 60;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Whatever_comes_down_the_stream_the_next_client_is_served(ulong seed)
    {
        var random = new DeterministicRandom(seed);
        await using TwoDevices pair = await TwoDevices.ConnectAsync();
        AttTestClient client = pair.Client;
        for (int i = 0; i < ConnectionCount; i++)
        {
            await client.SendAsync(Mutate(random));
            await client.DisposeAsync();
            await pair.Log.WaitForAsync("ended");
            client = await pair.ConnectNextAsync();
            (await client.AskAsync("0A0500")).ShouldBe("0B534E", $"seed {seed}, connection {i}");
        }

        await client.DisposeAsync();
    }

    private static byte[] Mutate(DeterministicRandom random)
    {
        byte[] stream =
        [
            .. AttTestClient.Frame("02F700"), .. AttTestClient.Frame("100100FFFF0028"), .. AttTestClient.Frame("080100FFFF0328"),
            .. AttTestClient.Frame("120B0000C0000000"), .. AttTestClient.Frame("0A0800"), .. AttTestClient.Frame("1209000100"),
        ];
        for (int changes = 1 + random.NextInt32(6); changes > 0; changes--)
        {
            stream[random.NextInt32(stream.Length)] = (byte)random.NextInt32(256);
        }

        return stream[..(1 + random.NextInt32(stream.Length))];
    }
}
