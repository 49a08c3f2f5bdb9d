namespace IqosDevice.Portal.Common;

/// <summary>Every reason for which the portal refuses something, with its status and its sentence.</summary>
public static class ProblemCatalogue
{
    /// <summary>Descriptions by code; the codes are part of the API.</summary>
    public static IReadOnlyDictionary<string, ProblemDescription> All { get; } = new[]
    {
        Input(), Accounts(), Devices(), Claims(),
    }.SelectMany(part => part).ToDictionary(StringComparer.Ordinal);

    public static ProblemDescription Of(string code) => All[code];

    private static Dictionary<string, ProblemDescription> Input() => new(StringComparer.Ordinal)
    {
        ["required"] = New(400, "Please fill in this field.", "Kérjük, töltsd ki ezt a mezőt."),
        ["too-long"] = New(400, "This is too long.", "Ez túl hosszú."),
        ["not-text"] = New(400, "This has characters that cannot be used here.", "Ebben itt nem használható karakterek vannak."),
        ["not-an-email"] = New(400, "This is not an e-mail address.", "Ez nem e-mail-cím."),
        ["not-a-mobile"] = New(400, "Please give the number with its country code, as in +36 20 555 0100.",
            "Kérjük, országhívóval add meg a számot, például +36 20 555 0100."),
        ["not-a-date"] = New(400, "Please write the date as YYYY-MM-DD.", "Kérjük, ÉÉÉÉ-HH-NN alakban írd a dátumot."),
        ["not-a-postal-code"] = New(400, "A postal code has 3 to 10 letters or digits.", "Az irányítószám 3–10 betű vagy számjegy."),
        ["not-a-choice"] = New(400, "Please choose one of the options.", "Kérjük, válassz a lehetőségek közül."),
        ["not-a-code"] = New(400, "A device code has 14 letters and digits; it is printed on the bottom of the box.",
            "A készülékkód 14 betűből és számjegyből áll; a doboz alján olvasható."),
        ["malformed"] = New(400, "The request cannot be read.", "A kérés nem olvasható."),
        ["too-many-requests"] = New(429, "Too many requests; please wait a little.", "Túl sok kérés; kérjük, várj egy kicsit."),
        ["antiforgery"] = New(400, "The page was open for too long; please load it again.", "Az oldal túl sokáig volt nyitva; kérjük, töltsd be újra."),
        ["not-stored"] = New(503, "This could not be stored, so nothing was changed. Please try again later.",
            "Ezt nem sikerült elmenteni, ezért semmi sem változott. Kérjük, próbáld újra később."),
        ["too-large"] = New(413, "The request is too large.", "A kérés túl nagy."),
        ["wrong-method"] = New(405, "This cannot be done here.", "Ez itt nem végezhető el."),
        ["wrong-type"] = New(415, "Please send JSON.", "Kérjük, JSON formátumban küldd."),
        ["not-found"] = New(404, "There is no such thing here.", "Ilyen itt nincs."),
        ["sign-in-needed"] = New(401, "Please sign in first.", "Kérjük, előbb jelentkezz be."),
        ["not-allowed"] = New(403, "This is not for your account.", "Ez a te fiókodból nem érhető el."),
    };

    private static Dictionary<string, ProblemDescription> Accounts() => new(StringComparer.Ordinal)
    {
        ["under-age"] = New(400, "The portal is for adults of 18 years or more.", "A portál 18 éven felülieknek szól."),
        ["smoker-declaration"] = New(400, "Please declare that you smoke or use nicotine products already.",
            "Kérjük, nyilatkozz arról, hogy már dohányzol vagy nikotintartalmú terméket használsz."),
        ["privacy-notice"] = New(400, "Please read and accept the privacy notice.", "Kérjük, olvasd el és fogadd el az adatvédelmi tájékoztatót."),
        ["password-too-short"] = New(400, "A password has 12 characters or more.", "A jelszó legalább 12 karakter."),
        ["password-common"] = New(400, "This password is among the first that anybody would try.", "Ez a jelszó az elsők közt van, amit bárki kipróbálna."),
        ["password-personal"] = New(400, "The password must not hold your name, e-mail address or number.",
            "A jelszó nem tartalmazhatja a neved, az e-mail-címed vagy a számod."),
        ["password-wrong"] = New(400, "This is not your password.", "Ez nem a jelszavad."),
        ["sign-in-failed"] = New(401, "This did not work. Check what you typed, or ask for a new code.",
            "Ez nem sikerült. Ellenőrizd, amit beírtál, vagy kérj új kódot."),
        ["code-wrong"] = New(400, "The code is wrong, used or expired.", "A kód hibás, felhasznált vagy lejárt."),
        ["link-wrong"] = New(400, "The link is wrong, used or expired.", "A hivatkozás hibás, felhasznált vagy lejárt."),
        ["code-too-soon"] = New(429, "Too many codes were asked for; please wait 15 minutes.", "Túl sok kódot kértél; kérjük, várj 15 percet."),
        ["mobile-not-confirmed"] = New(409, "The mobile number is not confirmed yet.", "A mobilszám még nincs hitelesítve."),
        ["mobile-in-use"] = New(409, "This number is confirmed on another profile.", "Ez a szám egy másik profilon már hitelesítve van."),
        ["same-as-before"] = New(400, "This is what it was before.", "Ez ugyanaz, mint eddig."),
    };

    private static Dictionary<string, ProblemDescription> Devices() => new(StringComparer.Ordinal)
    {
        ["app-cannot-register"] = New(403, "Devices cannot be registered in the app, only on the web.",
            "Az alkalmazásban nem lehet készüléket regisztrálni, csak a weben."),
        ["web-only"] = New(403, "This is done on the web, not in the app.", "Ez a weben intézhető, az alkalmazásban nem."),
        ["own-use"] = New(400, "Please declare that you use the device yourself.", "Kérjük, nyilatkozz arról, hogy a készüléket te magad használod."),
        ["code-unknown"] = New(404, "No device with this code was made.", "Ilyen kódú készülék nem készült."),
        ["device-not-sold"] = New(409, "This device has not been sold yet.", "Ezt a készüléket még nem adták el."),
        ["device-blocked"] = New(409, "This device was taken out of use.", "Ezt a készüléket kivonták a használatból."),
        ["device-yours"] = New(409, "This device is on your profile already.", "Ez a készülék már a profilodon van."),
        ["device-taken"] = New(409, "This device is registered to somebody. The owner can release it to you, or you can prove your purchase.",
            "Ez a készülék már regisztrálva van. A tulajdonosa átadhatja neked, vagy igazolhatod a vásárlást."),
        ["proof-needed"] = New(409, "This device was bought abroad. Please upload the proof of purchase.",
            "Ezt a készüléket külföldön vették. Kérjük, töltsd fel a vásárlás igazolását."),
        ["model-not-served"] = New(409, "This model is not sold here, so it cannot be registered.", "Ezt a típust itt nem árusítják, ezért nem regisztrálható."),
        ["abroad-not-served"] = New(409, "Devices from this country cannot be registered here.", "Ebből az országból származó készülék itt nem regisztrálható."),
        ["too-many-devices"] = New(409, "A profile holds 10 devices at most.", "Egy profilon legfeljebb 10 készülék lehet."),
        ["too-many-wrong-codes"] = New(429, "Too many wrong codes; please wait an hour.", "Túl sok hibás kód; kérjük, várj egy órát."),
        ["not-your-device"] = New(404, "This device is not on your profile.", "Ez a készülék nincs a profilodon."),
        ["no-offer"] = New(404, "Nobody offers you this device.", "Ezt a készüléket senki sem ajánlotta fel neked."),
        ["offer-to-self"] = New(400, "The device is yours already.", "A készülék már a tiéd."),
        ["file-needed"] = New(400, "Please choose a file.", "Kérjük, válassz fájlt."),
        ["file-too-large"] = New(413, "The file is larger than 5 MB.", "A fájl nagyobb, mint 5 MB."),
        ["file-type"] = New(415, "Please upload a PDF, JPEG or PNG file.", "Kérjük, PDF, JPEG vagy PNG fájlt tölts fel."),
        ["proof-decided"] = New(409, "This proof was decided already.", "Erről az igazolásról már döntöttek."),
        ["too-many-proofs"] = New(409, "Five proofs wait for a decision already.", "Már öt igazolás vár döntésre."),
    };

    private static Dictionary<string, ProblemDescription> Claims() => new(StringComparer.Ordinal)
    {
        ["not-a-diagnosis"] = New(400, "This is not what a holder sends over Bluetooth.", "Ez nem olyan adat, amelyet a készülék Bluetoothon küld."),
        ["no-diagnosis"] = New(409, "A diagnosis of the last 30 days that finds a fault is needed first.",
            "Előbb 30 napnál nem régebbi, hibát mutató diagnosztika szükséges."),
        ["shop-unknown"] = New(404, "There is no such shop.", "Nincs ilyen üzlet."),
        ["shop-limited"] = New(409, "This shop has a limited range and replaces no devices.", "Ez az üzlet szűkített választékú, és nem cserél készüléket."),
        ["shop-other-models"] = New(409, "This shop does not sell your model.", "Ez az üzlet nem árusítja a te típusodat."),
        ["out-of-warranty"] = New(409, "The warranty of this device has ended.", "A készülék szavatossága lejárt."),
        ["replacement-open"] = New(409, "A replacement of this device waits already.", "Ennek a készüléknek a cseréje már folyamatban van."),
        ["replacement-closed"] = New(409, "This replacement was done or withdrawn.", "Ez a csere már megtörtént vagy elmaradt."),
        ["replacement-other-model"] = New(409, "The new device is of another model.", "Az új készülék más típusú."),
        ["replacement-not-in-stock"] = New(409, "This device is not in stock.", "Ez a készülék nincs készleten."),
        ["videos-first"] = New(409, "Watch the usage videos first.", "Előbb nézd meg a termékhasználati videókat."),
        ["give-back-over"] = New(409, "The 14 days for giving the device back are over.", "A visszaadásra nyitva álló 14 nap letelt."),
        ["claim-open"] = New(409, "A claim for this device waits already.", "Erre a készülékre már folyamatban van igény."),
        ["diagnosis-limit"] = New(429, "Ten diagnoses of a device a day are enough.", "Egy készülékről napi tíz diagnosztika elég."),
    };

    private static ProblemDescription New(int status, string english, string hungarian) => new(status, new Wording(english, hungarian));
}
