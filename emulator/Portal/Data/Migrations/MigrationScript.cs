namespace IqosDevice.Portal.Data.Migrations;

/// <summary>Reads the SQL of a migration.</summary>
internal static class MigrationScript
{
    public static string Read(string name)
    {
        using Stream content = typeof(MigrationScript).Assembly.GetManifestResourceStream($"IqosDevice.Portal.Data.Migrations.{name}.sql")!;
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }
}
