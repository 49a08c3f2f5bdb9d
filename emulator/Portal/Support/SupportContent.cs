using System.Text.Json;

namespace IqosDevice.Portal.Support;

/// <summary>Everything that support says, from the files in <c>Content</c>.</summary>
public sealed class SupportContent
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public IReadOnlyList<FaqCategory> Faq { get; } = Read<FaqCategory>("faq");

    public IReadOnlyList<Tip> Tips { get; } = Read<Tip>("tips");

    public IReadOnlyList<Shop> Shops { get; } = Read<Shop>("shops");

    public IReadOnlyList<ServiceNotice> Notices { get; } = Read<ServiceNotice>("notices");

    public IReadOnlyList<FirmwareRelease> Firmware { get; } = Read<FirmwareRelease>("firmware");

    public IReadOnlyList<ContactWay> Contacts { get; } = Read<ContactWay>("contacts");

    public IEnumerable<Tip> VideosFor(string model) => Tips.Where(tip => tip.IsVideo && tip.IsFor(model));

    public Shop? FindShop(string? id) => Shops.FirstOrDefault(shop => shop.Id == id);

    /// <summary>Shops of a town, by the beginning of its name, in any case and without accents; all of them for no town.</summary>
    public IEnumerable<Shop> FindShops(string? town) =>
        Shops.Where(shop => Fold(shop.Town).StartsWith(Fold(town ?? string.Empty), StringComparison.Ordinal));

    public IEnumerable<ServiceNotice> NoticesOn(DateOnly day) => Notices.Where(notice => notice.From <= day && day <= notice.Until);

    /// <summary>Releases of a model up to a day, the latest version first.</summary>
    public IEnumerable<FirmwareRelease> FirmwareFor(string model, DateOnly day) => Firmware
        .Where(release => string.Equals(release.Model, model, StringComparison.OrdinalIgnoreCase) && release.ReleasedOn <= day)
        .OrderByDescending(release => Version.Parse(release.Version));

    // The accents of Hungarian, which nobody types into a search box on a phone.
    private static string Fold(string text) => new([.. text.Trim().ToLowerInvariant().Select(letter => letter switch
    {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' or 'ö' or 'ő' => 'o',
        'ú' or 'ü' or 'ű' => 'u',
        _ => letter,
    })]);

    private static List<T> Read<T>(string name)
    {
        using Stream content = typeof(SupportContent).Assembly.GetManifestResourceStream($"IqosDevice.Portal.Support.Content.{name}.json")!;
        return JsonSerializer.Deserialize<List<T>>(content, Format)!;
    }
}
