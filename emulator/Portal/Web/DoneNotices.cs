using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Web;

/// <summary>What a page says about what has just been done.</summary>
public static class DoneNotices
{
    private static readonly Dictionary<string, Wording> All = new(StringComparer.Ordinal)
    {
        ["confirmed"] = new("Your e-mail address is confirmed. You can sign in now.", "Az e-mail-címed megerősítve. Most már bejelentkezhetsz."),
        ["saved"] = new("Saved.", "Elmentve."),
        ["password"] = new("Your password was changed. Please sign in again.", "A jelszavad megváltozott. Kérjük, jelentkezz be újra."),
        ["mobile"] = new("Your mobile number is confirmed.", "A mobilszámod hitelesítve."),
        ["email"] = new("Open the link that we sent to your new address.", "Nyisd meg a hivatkozást, amelyet az új címedre küldtünk."),
        ["registered"] = new("The device is on your profile now.", "A készülék mostantól a profilodon van."),
        ["proof"] = new("A clerk looks at your proof of purchase; we write to you.", "Ügyintézőnk megnézi a vásárlás igazolását; írni fogunk."),
        ["offered"] = new("The device is released. It stays here until the new owner accepts.", "A készüléket átadtad. Itt marad, amíg az új tulajdonos el nem fogadja."),
        ["taken-back"] = new("The device is not offered any more.", "A készülék már nincs felajánlva."),
        ["replacement"] = new("The shop expects you. It swaps the device for one of the same model.", "Az üzlet vár. A készüléket azonos típusúra cseréli."),
        ["watched"] = new("Noted.", "Feljegyeztük."),
        ["given-back"] = new("We take the device back.", "Visszavesszük a készüléket."),
        ["claim"] = new("We have your claim.", "Megkaptuk az igényedet."),
        ["decided"] = new("Done; the customer is told.", "Kész; az ügyfelet értesítettük."),
        ["left"] = new("You get no more newsletters.", "Nem kapsz több hírlevelet."),
        ["session-ended"] = new("Signed out there.", "Ott kijelentkeztettünk."),
        ["deleted"] = new("Your profile is deleted.", "A profilod törölve."),
        ["signed-out"] = new("You are signed out.", "Kijelentkeztél."),
    };

    public static Wording? Find(string? key) => key is null ? null : All.GetValueOrDefault(key);
}
