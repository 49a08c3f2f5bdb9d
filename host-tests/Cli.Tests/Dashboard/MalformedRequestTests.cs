using System.Net;
using System.Net.Sockets;
using System.Text;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Cli.Tests.Dashboard;

/// <summary>Ten thousand requests that mean nothing, and a server that works as before.</summary>
public sealed class MalformedRequestTests
{
    private const int BodyCount = 9000;
    private const int RawCount = 1000;

    [Fact(Timeout = 4 * DashboardRig.TimeoutMs)]
    public async Task Bodies_and_queries_turned_to_nonsense_are_refused_each_with_an_answer()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();
        var random = new DeterministicRandom(seed: 11);
        var verbs = ControlVerbs.All.Where(verb => verb.Kind is ControlVerbKind.Act or ControlVerbKind.Look).ToList();
        for (int count = 0; count < BodyCount; count++)
        {
            ControlVerb verb = verbs[random.NextInt32(verbs.Count)];
            bool looks = verb.Kind == ControlVerbKind.Look;
            using var request = new HttpRequestMessage(
                looks ? HttpMethod.Get : HttpMethod.Post, "/api/" + verb.Name + (looks ? "?" + Uri.EscapeDataString(Nonsense(random)) : ""));
            request.Content = looks ? null : new ByteArrayContent(Encoding.Latin1.GetBytes(Nonsense(random)));

            using HttpResponseMessage response = await rig.Client.SendAsync(request, TestContext.Current.CancellationToken);

            ((int)response.StatusCode).ShouldBeLessThan(500, request.RequestUri!.ToString());
        }

        await ShouldStillWorkAsync(rig);
    }

    [Fact(Timeout = 4 * DashboardRig.TimeoutMs)]
    public async Task Bytes_that_are_no_request_at_all_do_no_harm()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();
        var random = new DeterministicRandom(seed: 12);
        for (int count = 0; count < RawCount; count++)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, rig.Address.Port, TestContext.Current.CancellationToken);
            await socket.SendAsync(RawNonsense(random), TestContext.Current.CancellationToken);
        }

        await ShouldStillWorkAsync(rig);
    }

    private static async Task ShouldStillWorkAsync(DashboardRig rig)
    {
        await rig.PostAsync("/api/insertStick");
        (await rig.GetAsync("/api/state")).GetProperty("stickPresent").GetBoolean().ShouldBeTrue();
        rig.Log.ShouldBeEmpty("no request may fail by a defect");
    }

    /// <summary>A right body with some letters changed, cut, or nothing right at all.</summary>
    private static string Nonsense(DeterministicRandom random)
    {
        char[] letters = "{\"seconds\":1.2,\"millilitres\":55,\"profile\":\"hci\",\"name\":\"x\"}".ToCharArray();
        for (int change = random.NextInt32(6); change >= 0; change--)
        {
            letters[random.NextInt32(letters.Length)] = (char)random.NextInt32(256);
        }

        return new string(letters, 0, random.NextInt32(letters.Length + 1));
    }

    private static byte[] RawNonsense(DeterministicRandom random)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(
            "POST /api/puff HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer the-token\r\nContent-Length: 4\r\n\r\n{}{}");
        for (int change = random.NextInt32(12); change >= 0; change--)
        {
            bytes[random.NextInt32(bytes.Length)] = (byte)random.NextInt32(256);
        }

        return bytes[..random.NextInt32(bytes.Length)];
    }
}
