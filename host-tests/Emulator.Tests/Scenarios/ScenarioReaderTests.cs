using IqosDevice.Emulator.Scenarios;
using IqosDevice.Emulator.Scenarios.Reading;

namespace IqosDevice.Emulator.Tests.Scenarios;

public sealed class ScenarioReaderTests
{
    private const string Head = "name: n\nsteps:\n";

    [Fact]
    public void Reads_the_unit_and_its_surroundings()
    {
        Scenario scenario = ScenarioReader.Read(
            """
            name: cold, with a weak cell
            about: for people
            model: ILUMA i ONE
            seed: 7
            ambient: -3.5
            charge: 40
            replyDelay: 50 ms
            lenient: true
            plant: {heaterR0Ohms: x1.25, cellOhms: 0.2}
            steps:
              - expect: {state: Ready}
            """,
            "a.yaml");

        scenario.Name.ShouldBe("cold, with a weak cell");
        scenario.Holder.Model.ShouldBe("ILUMA i ONE");
        scenario.Holder.Seed.ShouldBe(7UL);
        scenario.Holder.AmbientCelsius.ShouldBe(-3.5);
        scenario.Holder.ReplyDelayMs.ShouldBe(50);
        scenario.Holder.Lenient.ShouldBeTrue();
        scenario.Holder.Plant.InitialStateOfCharge.ShouldBe(0.4);
        scenario.Holder.Plant.HeaterR0Ohms.ShouldBe(1.0, 1e-9);
        scenario.Holder.Plant.CellOhms.ShouldBe(0.2);
    }

    [Fact]
    public void A_seed_from_outside_replaces_the_one_of_the_file() =>
        ScenarioReader.Read("name: n\nseed: 7\nsteps:\n  - expect: {state: Ready}\n", "a.yaml", seed: 9).Holder.Seed.ShouldBe(9UL);

    [Theory]
    [InlineData("", 1, 1, "a file holds one scenario")]
    [InlineData("- a", 1, 1, "a scenario is a mapping")]
    [InlineData("steps: []", 1, 1, "\"name\" is missing")]
    [InlineData("name: n\nstep: []\nsteps: [expect: {state: Ready}]", 2, 7, "\"step\" is not known here; known are about")]
    [InlineData("name: n\nsteps: []", 2, 8, "at least one step")]
    [InlineData("name: n\nsteps: {}", 2, 8, "a list")]
    [InlineData("name: n\nmodel: ILUMA X\nsteps: []", 2, 8, "no model \"ILUMA X\"")]
    [InlineData("name: n\ncharge: 101\nsteps: []", 2, 9, "charge is a number from 0 to 100")]
    [InlineData("name: n\nplant: {heater: 1}\nsteps: []", 2, 17, "no parameter \"heater\"")]
    [InlineData("name: n\nplant: {cellOhms: x0}\nsteps: []", 2, 19, "a factor of")]
    [InlineData("name: n\nsettings: {loud: true}\nsteps: []", 2, 18, "no setting \"loud\"")]
    [InlineData("name: n\nname: m\nsteps: []", 2, 1, "uplicate")]
    [InlineData("name: [\nsteps: []", 1, 7, "is a bracket not closed?")]
    public void A_mistake_in_the_head_is_named_with_its_place(string yaml, long line, long column, string problem) =>
        ShouldBeWrong(yaml, line, column, problem);

    [Theory]
    [InlineData("  - fly", 5, "there is no step \"fly\"; there are expect")]
    [InlineData("  - expect", 5, "expect takes what is to hold")]
    [InlineData("  - {note: nothing}", 5, "the step does nothing")]
    [InlineData("  - {insertStick: , tilt: }", 5, "does one thing, and this one has \"insertStick\" and \"tilt\"")]
    [InlineData("  - {tilt: , within: 3}", 5, "go with \"expect\"")]
    [InlineData("  - expect: {colour: red}", 22, "nothing is called \"colour\"")]
    [InlineData("  - expect: {state: Asleep}", 21, "there is no \"Asleep\"; there are Off, Sleep")]
    [InlineData("  - expect: {state: not Asleep}", 21, "there is no \"Asleep\"")]
    [InlineData("  - expect: {locked: maybe}", 22, "true or false")]
    [InlineData("  - expect: {heaterCelsius: warm}", 29, "a number, or a range")]
    [InlineData("  - expect: {heaterCelsius: 350..340}", 29, "the first number is the lower one")]
    [InlineData("  - expect: {}", 13, "nothing is expected")]
    [InlineData("  - {expect: {state: Ready}, within: soon}", 38, "within is a time")]
    [InlineData("  - wait", 5, "wait takes a time")]
    [InlineData("  - wait: -1", 11, "a time from 0 s")]
    [InlineData("  - holdButton", 5, "needs \"seconds\"")]
    [InlineData("  - holdButton: 90", 17, "a number from 0.02 to 60")]
    [InlineData("  - holdButton: {seconds: 1, force: 3}", 17, "no parameter \"force\"")]
    [InlineData("  - connect: {mtu: 22}", 20, "mtu is a number from 23")]
    [InlineData("  - connect: twice", 14, "connect takes nothing")]
    [InlineData("  - connect: {speed: 1}", 22, "\"speed\" is not known here")]
    [InlineData("  - subscribe: everything", 16, "no characteristic \"everything\"")]
    [InlineData("  - request: 0", 14, "pairs of hex digits")]
    [InlineData("  - request: 00 C9 ?? 03 crc", 14, "leaves bytes open")]
    [InlineData("  - request: 00 C9 44 04 02 crc", 14, "length does not fit its CTRL")]
    [InlineData("  - request: {frame: 00 C9 00 03 crc, reply: 00 crc 01}", 46, "crc comes last")]
    [InlineData("  - read: {characteristic: battery, error: NoSuch}", 44, "no ATT error \"NoSuch\"")]
    [InlineData("  - write: {characteristic: battery}", 12, "\"value\" is missing")]
    public void A_mistake_in_a_step_is_named_with_its_place(string step, long column, string problem) =>
        ShouldBeWrong(Head + step + "\n  - expect: {state: Ready}", 3, column, problem);

    [Fact]
    public void A_scenario_that_expects_nothing_is_refused() =>
        ShouldBeWrong(Head + "  - insertStick", 3, 3, "no step says what must come out");

    [Fact]
    public void What_is_nested_deep_enough_to_end_the_process_is_refused() =>
        Should.Throw<ScenarioSyntaxException>(() => ScenarioReader.Read("name: " + new string('[', 200_000), "a.yaml"))
            .Problem.ShouldContain("nested more than 32 deep");

    [Fact]
    public void The_schema_knows_every_field_and_every_verb()
    {
        string schema = ScenarioSchema.Json();
        foreach (string name in (string[])["heaterCelsius", "bottomRedBlinks", "holdButton", "request", "within", "since", "autoStart"])
        {
            schema.ShouldContain($"\"{name}\": {{");
        }
    }

    private static void ShouldBeWrong(string yaml, long line, long column, string problem)
    {
        ScenarioSyntaxException wrong = Should.Throw<ScenarioSyntaxException>(() => ScenarioReader.Read(yaml, "a.yaml"));
        wrong.Problem.ShouldContain(problem);
        wrong.Place.ShouldBe(new ScenarioPlace("a.yaml", line, column));
        wrong.Message.ShouldStartWith($"a.yaml:{line}:{column}: ");
    }
}
