using System.Text.Json;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Control;

public sealed class ControlSessionTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("\"seven\"")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    public void The_id_comes_back_as_it_was_sent(string id)
    {
        using var rig = new ControlRig();

        rig.Execute($"{{\"id\":{id},\"verb\":\"time\"}}").GetProperty("id").GetRawText().ShouldBe(id);
        rig.Execute($"{{\"id\":{id},\"verb\":\"fly\"}}").GetProperty("id").GetRawText().ShouldBe(id);
    }

    [Theory]
    [InlineData("", "not a line of JSON")]
    [InlineData("insertStick", "not a line of JSON")]
    [InlineData("{\"verb\":\"time\"", "not a line of JSON")]
    [InlineData("{\"verb\":\"time\",\"verb\":\"state\"}", "not a line of JSON")]
    [InlineData("[]", "a request is an object")]
    [InlineData("{}", "a request has a \"verb\"")]
    [InlineData("{\"verb\":7}", "a request has a \"verb\"")]
    [InlineData("{\"verb\":\"InsertStick\"}", "no verb \"InsertStick\"; there are help, identity, state,")]
    [InlineData("{\"verb\":\"dock\",\"now\":true}", "\"dock\" has no parameter \"now\"; it has none")]
    [InlineData("{\"verb\":\"puff\",\"ml\":55}", "\"puff\" has no parameter \"ml\"; it has \"millilitres\", \"seconds\"")]
    [InlineData("{\"verb\":\"holdButton\"}", "\"holdButton\" needs \"seconds\": a number from 0.02 to 60 (virtual s)")]
    [InlineData("{\"verb\":\"holdButton\",\"seconds\":-1}", "\"seconds\" is a number from 0.02 to 60 (virtual s), not -1")]
    [InlineData("{\"verb\":\"holdButton\",\"seconds\":\"1\"}", "\"seconds\" is a number from 0.02 to 60 (virtual s), not \"1\"")]
    [InlineData("{\"verb\":\"holdButton\",\"seconds\":1e999}", "not 1e999")]
    [InlineData("{\"verb\":\"setUsbPower\",\"plugged\":1}", "\"plugged\" is true or false, not 1")]
    [InlineData("{\"verb\":\"setReplyDelay\",\"milliseconds\":0.5}", "a whole number from 0 to 60000 (virtual ms), not 0.5")]
    [InlineData("{\"verb\":\"playPuffs\",\"profile\":\"HCI\"}", "is \"hci\", \"worst\", \"natural\", \"none\", not \"HCI\"")]
    [InlineData("{\"verb\":\"setSpeed\",\"speed\":\"fast\"}", "is a number from 0.01 to 100000 (x real time), or \"max\"")]
    [InlineData("{\"verb\":\"setSpeed\",\"speed\":true}", "\"speed\" is a number")]
    public void What_cannot_be_done_is_answered_with_what_can(string line, string error)
    {
        using var rig = new ControlRig();

        rig.Error(line).ShouldContain(error, Case.Sensitive);
    }

    [Fact]
    public void Every_reply_is_one_line()
    {
        using var rig = new ControlRig();

        rig.ExecuteLine("{\"verb\":\"help\"}").ShouldNotContain("\n");
        rig.ExecuteLine("{\"verb\":\"a\\nb\"}").ShouldNotContain("\n");
    }

    [Fact]
    public void Help_lists_every_verb_with_its_parameters()
    {
        using var rig = new ControlRig();

        JsonElement help = rig.Result("{\"verb\":\"help\"}");

        help.EnumerateArray().Select(entry => entry.GetProperty("verb").GetString())
            .ShouldBe(ControlVerbs.All.Select(verb => verb.Name));
        JsonElement puff = help.EnumerateArray().Single(entry => entry.GetProperty("verb").GetString() == "puff");
        JsonElement millilitres = puff.GetProperty("parameters").GetProperty("millilitres");
        millilitres.GetProperty("value").GetString().ShouldBe("a number from 1 to 200 (ml)");
        millilitres.GetProperty("default").GetDouble().ShouldBe(55);
    }

    [Fact]
    public void Names_of_verbs_and_parameters_are_unique()
    {
        ControlVerbs.All.Select(verb => verb.Name).ShouldBeUnique();
        foreach (ControlVerb verb in ControlVerbs.All)
        {
            verb.Parameters.Select(parameter => parameter.Name).ShouldBeUnique();
            verb.Parameters.ShouldNotContain(parameter => parameter.Name == "id" || parameter.Name == "verb");
        }
    }

    [Fact]
    public void Random_lines_get_one_error_each_and_do_no_harm()
    {
        using var rig = new ControlRig();
        var random = new DeterministicRandom(seed: 7);
        for (int count = 0; count < 2000; count++)
        {
            char[] line = "{\"id\":1,\"verb\":\"puff\",\"millilitres\":55,\"seconds\":2}".ToCharArray();
            for (int change = random.NextInt32(4); change >= 0; change--)
            {
                line[random.NextInt32(line.Length)] = (char)random.NextInt32(0x180);
            }

            JsonElement reply = rig.Execute(new string(line));

            reply.TryGetProperty("ok", out _).ShouldBeTrue();
        }

        rig.Result("{\"verb\":\"state\"}").TryGetProperty("state", out _).ShouldBeTrue();
    }
}
