using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Outbox;

/// <summary>Every message that the portal sends.</summary>
public static class Letters
{
    public static Letter Confirm(string link) => new(
        "confirm-email",
        new("Please confirm your e-mail address", "Kérjük, erősítsd meg az e-mail-címed"),
        new($"Open this link within 24 hours to finish: {link}", $"A befejezéshez nyisd meg 24 órán belül ezt a hivatkozást: {link}"))
    {
        Link = link,
    };

    public static Letter AlreadyRegistered { get; } = new(
        "already-registered",
        new("You have a profile already", "Már van profilod"),
        new("Somebody registered with this address, which has a profile already. If it was you, just sign in.",
            "Valaki ezzel a címmel regisztrált, amelyhez már tartozik profil. Ha te voltál, egyszerűen jelentkezz be."));

    public static Letter Code(string topic, string code) => new(
        topic,
        new("Your one-time code", "Egyszer használatos kódod"),
        new($"Your one-time code is {code}. It works once, for 5 minutes. Nobody will ever ask you for it.",
            $"Az egyszer használatos kódod: {code}. Egyszer, 5 percig használható. Soha senki nem fogja kérni tőled."))
    {
        Code = code,
    };

    public static Letter PasswordChanged { get; } = new(
        "password-changed",
        new("Your password was changed", "A jelszavad megváltozott"),
        new("Your password was changed and every other session was ended. If it was not you, ask for a new one at once.",
            "A jelszavad megváltozott, és minden más munkamenet véget ért. Ha nem te voltál, kérj azonnal újat."));

    public static Letter EmailChanged { get; } = new(
        "email-changed",
        new("Your e-mail address was changed", "Az e-mail-címed megváltozott"),
        new("From now on messages go to your new address. If it was not you, please contact support.",
            "Mostantól az új címedre írunk. Ha nem te voltál, fordulj az ügyfélszolgálathoz."));

    public static Letter Deleted { get; } = new(
        "profile-deleted",
        new("Your profile was deleted", "A profilod törlésre került"),
        new("Your profile and everything personal in it is gone. Thank you for having been with us.",
            "A profilod és benne minden személyes adat törlésre került. Köszönjük, hogy velünk voltál."));

    public static Letter Registered(string code) => Device(
        "device-registered", code,
        new("A device was registered", "Készülék regisztrálva"),
        new($"The device {code} is on your profile now.", $"A(z) {code} készülék mostantól a profilodon van."));

    public static Letter Offered(string code) => Device(
        "device-offered", code,
        new("A device is offered to you", "Készüléket ajánlottak fel neked"),
        new($"The owner of the device {code} releases it to you. Accept it under My devices within 14 days.",
            $"A(z) {code} készülék tulajdonosa átadja neked. 14 napon belül fogadd el az Eszközeim oldalon."));

    public static Letter HandedOver(string code) => Device(
        "device-handed-over", code,
        new("Your device has a new owner", "A készüléked új tulajdonoshoz került"),
        new($"The device {code} is on the profile of its new owner now.", $"A(z) {code} készülék mostantól az új tulajdonos profilján van."));

    public static Letter ProofRefused(string reason) => new(
        "proof-refused",
        new("Your proof of purchase was refused", "A vásárlás igazolását elutasítottuk"),
        new($"Your proof of purchase was not accepted: {reason}", $"A vásárlás igazolását nem fogadtuk el: {reason}"));

    public static Letter ReplacementApproved(string code, string shop) => Device(
        "replacement-approved", code,
        new("Your device can be replaced", "A készüléked cserélhető"),
        new($"Take the device {code} to {shop} within 30 days.", $"Vidd el a(z) {code} készüléket 30 napon belül ide: {shop}."));

    public static Letter Replaced(string oldCode, string newCode) => Device(
        "device-replaced", newCode,
        new("Your device was replaced", "A készüléked kicserélték"),
        new($"The device {newCode} took the place of {oldCode} on your profile.", $"A profilodon a(z) {newCode} készülék váltotta a(z) {oldCode} készüléket."));

    public static Letter GivenBack(string code) => Device(
        "device-given-back", code,
        new("We take your device back", "Visszavesszük a készüléked"),
        new($"The device {code} was taken off your profile. The price is paid back.", $"A(z) {code} készülék lekerült a profilodról. Az árát visszafizetjük."));

    public static Letter ClaimReceived(string code) => Device(
        "claim-received", code,
        new("We have your warranty claim", "Megkaptuk a szavatossági igényed"),
        new($"We look at your claim for the device {code} and answer within 15 days.", $"A(z) {code} készülékre szóló igényed megvizsgáljuk, és 15 napon belül válaszolunk."));

    public static Letter Newsletter(string link) => new(
        "newsletter",
        new("News of the club", "Klubhírek"),
        new($"This is a newsletter of the club. To leave, open {link}", $"Ez a klub hírlevele. A leiratkozáshoz nyisd meg: {link}"))
    {
        Link = link,
    };

    private static Letter Device(string topic, string code, Wording subject, Wording body) => new(topic, subject, body) { Code = code };
}
