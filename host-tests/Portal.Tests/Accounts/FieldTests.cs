using System.Net;
using System.Text.Json.Nodes;
using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Tests.Accounts;

public sealed class FieldTests
{
    [Theory]
    [InlineData("06 20 555 0101", "+36205550101")]
    [InlineData("06-30/123-4567", "+36301234567")]
    [InlineData("0036 (70) 123.4567", "+36701234567")]
    [InlineData("+36 31 123 4567", "+36311234567")]
    [InlineData("+36\u00a050\u00a0123\u00a04567", "+36501234567")]
    [InlineData("+43 664 1234567", "+436641234567")]
    [InlineData("+36 1 555 0100", null)]
    [InlineData("06 52 555 010", null)]
    [InlineData("+36 06 20 555 0101", null)]
    [InlineData("+36 20 555 010", null)]
    [InlineData("20 555 0101", null)]
    [InlineData("+0 664 1234567", null)]
    [InlineData("+٣٦٢٠٥٥٥٠١٠١", null)]
    [InlineData("+3620555010a", null)]
    [InlineData("+43664123456789012", null)]
    [Rule("field-mobile")]
    public void A_mobile_number_is_taken_as_people_write_it_and_kept_in_one_way(string typed, string? kept) =>
        FieldChecks.NormalizeMobile(typed).ShouldBe(kept);

    [Theory]
    [InlineData("anna@example.com", true)]
    [InlineData("anna+device@mail.example.com", true)]
    [InlineData("аnna@example.com", false)]
    [InlineData("anna@exämple.com", false)]
    [InlineData("anna@example.com\r\nBcc: all@example.com", false)]
    [InlineData("Anna <anna@example.com>", false)]
    [InlineData("\"anna@evil\"@example.com", false)]
    [InlineData("anna@example.com.", false)]
    [InlineData("anna@@example.com", false)]
    [InlineData("anna", false)]
    [Rule("field-email")]
    public void An_email_address_is_one_plain_address_and_nothing_that_looks_like_another(string typed, bool taken)
    {
        var checks = new FieldChecks();
        checks.Email("email", typed).ShouldBe(taken ? typed : string.Empty);
        (checks.Problems.Count == 0).ShouldBe(taken);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    [Rule("field-length")]
    public void A_line_is_as_long_as_it_may_be_and_no_longer(int length, bool taken)
    {
        var checks = new FieldChecks();
        checks.Line("town", new string('a', length), 80).Length.ShouldBe(taken ? length : 0);
        checks.Problems.Select(problem => problem.Code).ShouldBe(taken ? [] : ["too-long"]);
    }

    [Theory]
    [InlineData('\u0000')]
    [InlineData('\u0007')]
    [InlineData('\u0085')]
    [InlineData('\ud800')]
    [Rule("field-text")]
    public void A_line_is_text(char letter)
    {
        var checks = new FieldChecks();
        checks.Line("town", "A" + letter, 80).ShouldBeEmpty();
        checks.Problems.Select(problem => problem.Code).ShouldBe(["not-text"]);
    }

    // Who was born on a 29 February is 18 on 1 March of a year that has none, and on 29 February of one that has.
    [Theory]
    [InlineData("2008-02-29", "2026-02-28", false)]
    [InlineData("2008-02-29", "2026-03-01", true)]
    [InlineData("2008-11-23", "2026-11-22", false)]
    [InlineData("2008-11-23", "2026-11-23", true)]
    [InlineData("2010-02-28", "2028-02-28", true)]
    [InlineData("2010-03-01", "2028-02-29", false)]
    [Rule("register-adult")]
    public void Somebody_is_of_age_from_the_eighteenth_birthday_on(string born, string today, bool adult) =>
        RegistrationRules.IsAdult(Day(born), Day(today)).ShouldBe(adult);

    [Fact]
    [Rule("register-adult")]
    public async Task The_birthday_begins_at_midnight_in_Budapest_and_not_at_midnight_elsewhere()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        JsonObject form = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(People.Form("anna@example.com", "+36205550101")))!.AsObject();
        form["birthDate"] = "2008-11-24";
        portal.Clock.Advance(new DateTimeOffset(2026, 11, 23, 22, 59, 59, TimeSpan.Zero) - TestPortal.Start);
        (await portal.Visit().PostAsync("/api/accounts", form)).ProblemsOf("birthDate").ShouldBe(["under-age"]);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        (await portal.Visit().PostAsync("/api/accounts", form)).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    [Rule("security-mass-assignment")]
    public async Task What_a_form_does_not_ask_for_changes_nothing()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        JsonObject form = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(People.Form("anna@example.com", "+36205550101")))!.AsObject();
        form["role"] = "clerk";
        form["emailConfirmed"] = true;
        form["mobileConfirmed"] = true;
        form["clubSince"] = "2026-01-01T00:00:00Z";
        await portal.Visit().PostAsync("/api/accounts", form);
        (await portal.Visit().PostAsync("/api/sign-in/password", new { name = "anna@example.com", password = People.Password, client = "web" })).Status
            .ShouldBe(HttpStatusCode.Unauthorized);
        await portal.Visit().PostAsync("/api/accounts/confirm", new { token = await portal.ReadTokenAsync("anna@example.com") });
        PortalClient anna = await portal.SignInAsync("anna@example.com");
        (await anna.GetAsync("/api/clerk/proofs")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await anna.GetAsync("/api/profile")).Json.GetProperty("mobileConfirmed").GetBoolean().ShouldBeFalse();
        (await anna.GetAsync("/api/profile")).Json.GetProperty("clubMember").GetBoolean().ShouldBeFalse();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
