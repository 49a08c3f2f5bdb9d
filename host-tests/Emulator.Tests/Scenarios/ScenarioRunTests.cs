using IqosDevice.Emulator.Scenarios.Reading;
using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Tests.Scenarios;

public sealed class ScenarioRunTests
{
    [Fact]
    public void Steps_are_taken_at_their_time()
    {
        Play(
            """
              - {at: 2 s, insertStick: }
              - expect: {seconds: 2, stickPresent: true}
              - {after: 500 ms, mark: later}
              - {when: {seconds: 4..}, expect: {since: {later: 1.5 +- 0.05}}}
              - wait: 1 min
              - expect: {seconds: 64 +- 0.1}
            """).ShouldBeNull();
    }

    [Theory]
    [InlineData("  - expect: {state: Session}", "state is Ready, expected Session")]
    [InlineData("  - {expect: {state: Session}, within: 3 s}", "expected within 3 s, but state is Ready, expected Session")]
    [InlineData("  - {expect: {state: Ready}, for: 2 min}", "expected for 120 s, but after 60.04 s state is Sleep")]
    [InlineData("  - expect: {state: Session, locked: true}", "state is Ready, expected Session; locked is false, expected true")]
    [InlineData("  - wait: 5\n  - {at: 2, expect: {state: Ready}}", "the step is due at 2 s, and it is 5.00 s already")]
    [InlineData("  - expect: {event: Fault}", "no event Fault; there came Boot code 0 value 0")]
    [InlineData("  - expect: {event: Boot}\n  - expect: {event: Boot}", "no event Boot; there came nothing of the kind")]
    [InlineData("  - expect: {log: unheard of}", "no line of the log with \"unheard of\"")]
    [InlineData("  - expect: {since: {never: 1}}", "there is no mark \"never\" yet")]
    [InlineData("  - connect\n  - connect: {as: second}", "second cannot connect")]
    [InlineData("  - connect: refused", "client could connect")]
    [InlineData("  - read: battery", "client is not connected")]
    [InlineData("  - connect\n  - connect", "client is connected already")]
    [InlineData("  - connect\n  - read: 2a00", "the holder has no characteristic 2a00")]
    [InlineData("  - connect\n  - subscribe: deviceStatus", "deviceStatus does not notify")]
    [InlineData("  - connect\n  - read: {characteristic: upgradeStatus, value: '01'}", "upgradeStatus reads 00, expected 01")]
    [InlineData("  - connect\n  - write: {characteristic: battery, value: '01'}", "Write Not Permitted (0x03), expected Success")]
    [InlineData("  - connect\n  - subscribe: scp\n  - request: 00 C9 00 04 crc", "1 replies (00 08 84 04 00 00 00 00 C7), expected 0")]
    [InlineData("  - connect\n  - subscribe: scp\n  - request: {frame: 00 C9 00 7F crc, reply: '*'}", "0 replies (silence), expected 1")]
    [InlineData("  - connect\n  - subscribe: scp\n  - request: {frame: 00 C9 00 04 crc, reply: 01 *}", "reply 00 08 84 04 00 00 00 00 C7, expected 01 *")]
    public void What_does_not_come_out_is_explained(string steps, string message)
    {
        ScenarioFailure? failure = Play(steps + "\n");

        failure.ShouldNotBeNull();
        failure.Message.ShouldContain(message);
        failure.Place.Line.ShouldBe(2 + steps.Split('\n').Length);
        failure.Journal.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_att_error_can_be_expected()
    {
        Play(
            """
              - connect
              - write: {characteristic: battery, value: "01", error: WriteNotPermitted}
              - read: {characteristic: scp, error: 0x02}
            """).ShouldBeNull();
    }

    [Fact]
    public void What_must_never_happen_fails_whatever_is_expected()
    {
        ScenarioFailure? failure = Play(
            """
              - insertStick
              - holdButton: 1.2
              - expect: {heaterCelsius: 421..}
                within: 10 min
            """,
            "plant: {heaterHeatCapacityJoulesPerKelvin: 0.0006}");

        failure.ShouldNotBeNull();
    }

    [Fact]
    public void The_same_scenario_gives_the_same_trace_and_another_seed_another_one()
    {
        const string steps = "  - insertStick\n  - holdButton: 1.2\n  - {expect: {state: Session}, within: 40 s}\n";
        string Hash(ulong seed) => ScenarioRun.Execute(ScenarioReader.Read("name: n\nsteps:\n" + steps, "a.yaml", seed)).TraceHash;

        Hash(1).ShouldBe(Hash(1));
        Hash(1).ShouldNotBe(Hash(2));
    }

    private static ScenarioFailure? Play(string steps, string head = "charge: 80") =>
        ScenarioRun.Execute(ScenarioReader.Read($"name: n\n{head}\nsteps:\n{steps}", "a.yaml")) is { Failure: { } failure }
            ? failure with { Place = failure.Place with { Line = failure.Place.Line - 1 } }
            : null;
}
