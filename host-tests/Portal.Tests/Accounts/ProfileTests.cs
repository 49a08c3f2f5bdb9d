using System.Net;
using System.Text;
using System.Text.Json;
using IqosDevice.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Tests.Accounts;

public sealed class ProfileTests
{
    private const string Email = "anna@example.com";
    private const string Mobile = "+36205550101";
    private const string NewEmail = "anna.new@example.com";

    [Fact]
    [Rule("address-change")]
    public async Task The_address_can_be_changed_and_wrong_fields_are_marked()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync(Email, Mobile);
        (await anna.PutAsync("/api/profile/address", new { postalCode = "1", town = "", street = "Új utca 2." })).Json.GetProperty("errors")
            .EnumerateObject().Select(field => field.Name).ShouldBe(["postalCode", "town"], ignoreOrder: true);
        (await anna.PutAsync("/api/profile/address", new { postalCode = "6720", town = "Szeged", street = "Új utca 2." })).Status
            .ShouldBe(HttpStatusCode.NoContent);
        (await anna.GetAsync("/api/profile")).Text("town").ShouldBe("Szeged");
    }

    [Fact]
    [Rule("password-change", "password-ends-sessions", "password-told")]
    public async Task The_password_is_changed_for_the_old_one_and_every_session_ends()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync(Email, Mobile);
        (await anna.PostAsync("/api/profile/password", new { currentPassword = "not the password", newPassword = "nine green geese" }))
            .ProblemsOf("currentPassword").ShouldBe(["password-wrong"]);
        (await anna.PostAsync("/api/profile/password", new { currentPassword = People.Password, newPassword = "Minta Anna 2026" }))
            .ProblemsOf("newPassword").ShouldBe(["password-personal"]);
        (await anna.PostAsync("/api/profile/password", new { currentPassword = People.Password, newPassword = "nine green geese" })).Status
            .ShouldBe(HttpStatusCode.NoContent);
        (await anna.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await portal.SignInAsync(Email, "nine green geese");
        (await portal.CountMessagesAsync(Email, "password-changed")).ShouldBe(1);
    }

    [Theory]
    [Rule("email-change", "email-change-channel", "email-change-confirm")]
    [InlineData("mobile", Mobile)]
    [InlineData("email", Email)]
    public async Task The_email_address_is_changed_by_a_code_to_where_the_customer_chooses(string channel, string to)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync(Email, Mobile);
        string request = (await anna.PostAsync("/api/profile/email", new { newEmail = NewEmail, channel })).Text("request");
        string code = (await portal.ReadMessageAsync(to, "change-email-code")).GetProperty("code").GetString()!;
        (await anna.PostAsync("/api/profile/email/confirm", new { request, code = "no code" })).ProblemsOf("code").ShouldBe(["code-wrong"]);
        (await anna.PostAsync("/api/profile/email/confirm", new { request, code })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await anna.PostAsync("/api/profile/email/confirm", new { request, code })).Problem.ShouldBe("code-wrong");

        // Until the new address answers, the old one is the account's.
        (await anna.GetAsync("/api/profile")).Text("email").ShouldBe(Email);
        string token = await portal.ReadTokenAsync(NewEmail);
        (await portal.Visit().PostAsync("/api/accounts/confirm", new { token })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await (await portal.SignInAsync(NewEmail)).GetAsync("/api/profile")).Text("email").ShouldBe(NewEmail);
        (await portal.CountMessagesAsync(Email, "email-changed")).ShouldBe(1);
    }

    [Fact]
    [Rule("mobile-once")]
    public async Task A_number_that_is_confirmed_on_another_profile_stays_there()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        await portal.RegisterAsync("bela@example.com", Mobile);
        PortalClient bela = await portal.SignInAsync("bela@example.com");
        string request = (await bela.PostAsync("/api/profile/mobile/code")).Text("request");
        string code = (await portal.ReadMessageAsync(Mobile, "confirm-mobile")).GetProperty("code").GetString()!;
        (await bela.PostAsync("/api/profile/mobile/confirm", new { request, code })).Problem.ShouldBe("mobile-in-use");
    }

    [Fact]
    [Rule("club-registered", "newsletter-members", "club-leave-box", "club-leave-link")]
    public async Task Newsletters_go_to_members_of_the_club_alone_and_end_by_the_box_or_by_the_link()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync(Email, Mobile);
        (await portal.Visit().PutAsync("/api/profile/club", new { member = true })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(portal)).ShouldBe(0);
        await anna.PutAsync("/api/profile/club", new { member = true });
        (await SendAsync(portal)).ShouldBe(1);
        await anna.PutAsync("/api/profile/club", new { member = false });
        (await SendAsync(portal)).ShouldBe(0);
        await anna.PutAsync("/api/profile/club", new { member = true });
        await SendAsync(portal);

        // The link's page has one button and asks for nothing.
        string link = (await portal.ReadMessageAsync(Email, "newsletter")).GetProperty("link").GetString()!;
        PageVisitor stranger = new(portal.Visit());
        await stranger.OpenAsync(link);
        (await stranger.SubmitAsync("/newsletter/leave")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await anna.GetAsync("/api/profile")).Json.GetProperty("clubMember").GetBoolean().ShouldBeFalse();
        (await SendAsync(portal)).ShouldBe(0);
    }

    [Fact]
    [Rule("delete-password", "delete-at-once", "delete-mail", "delete-frees-devices")]
    public async Task Deletion_asks_for_the_password_and_is_immediate()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync(Email, Mobile);
        PortalClient app = await portal.OpenAppAsync(Email);
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        (await anna.PostAsync("/api/profile/delete", new { password = "not the password" })).ProblemsOf("password").ShouldBe(["password-wrong"]);
        (await anna.PostAsync("/api/profile/delete", new { password = People.Password })).Status.ShouldBe(HttpStatusCode.NoContent);

        (await app.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.Visit().PostAsync("/api/sign-in/password", new { name = Email, password = People.Password, client = "web" })).Status
            .ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.CountMessagesAsync(Email)).ShouldBe(1);
        (await portal.CountMessagesAsync(Email, "profile-deleted")).ShouldBe(1);

        // The device is free for the next owner.
        PortalClient bela = await portal.JoinAsync("bela@example.com", "+36205550102");
        (await bela.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true })).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("delete-personal", "delete-books", "delete-goodbye")]
    public async Task Deletion_leaves_nothing_personal_in_the_file_and_what_the_books_need_names_nobody()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync(Email, Mobile);
        PortalClient bela = await portal.JoinAsync("bela@example.com", "+36205550102");
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        await bela.PostAsync("/api/devices", new { code = TestPortal.Domestic2, ownUse = true });
        await bela.PostAsync($"/api/devices/{TestPortal.Domestic2}/offer", new { newOwnerEmail = Email });
        await anna.PostAsync("/api/warranty/claims", new { code = TestPortal.Domestic, description = "Anna Minta writes this" });
        await anna.PostAsync("/api/profile/delete", new { password = People.Password });
        portal.Clock.Advance(TimeSpan.FromHours(25));
        (await portal.CountMessagesAsync(Email)).ShouldBe(0);
        await portal.WithAsync<PortalDb, int>(db => db.EmptyLogAsync());
        string file = Encoding.UTF8.GetString(await portal.ReadDatabaseAsync());
        foreach (string personal in new[] { Email, Email.ToUpperInvariant(), Mobile, "Anna Minta writes this", "Minta Anna" })
        {
            file.Contains(personal, StringComparison.Ordinal).ShouldBeFalse(personal);
        }

        file.ShouldContain("bela@example.com");
        (await portal.WithAsync<PortalDb, int>(db => db.RetainedRecords.CountAsync(record => record.DeviceCode == TestPortal.Domestic))).ShouldBe(1);
    }

    private static async Task<int> SendAsync(TestPortal portal) =>
        (await portal.Visit().PostAsync("/api/lab/newsletter")).Json.GetProperty("sent").GetInt32();
}
