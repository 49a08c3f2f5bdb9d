using System.Security.Cryptography;

namespace IqosDevice.Portal.Hosting;

/// <summary>The folder of what must not be in the database: keys, and the clerk's password. Only the owner may read it.</summary>
public sealed class Secrets
{
    private readonly string path;

    private Secrets(string path) => this.path = path;

    public DirectoryInfo Keys => new(Path.Combine(path, "keys"));

    /// <summary>File of the clerk's password.</summary>
    public string ClerkPasswordPath => Path.Combine(path, "clerk-password");

    /// <exception cref="IOException">The folder cannot be made.</exception>
    public static Secrets Open(string path)
    {
        var secrets = new Secrets(Path.GetFullPath(path));
        MakePrivate(secrets.path);
        MakePrivate(secrets.Keys.FullName);
        return secrets;
    }

    /// <summary>The clerk's password; drawn at the first start.</summary>
    public string ReadClerkPassword()
    {
        if (File.Exists(ClerkPasswordPath))
        {
            return File.ReadAllText(ClerkPasswordPath).Trim();
        }

        string password = RandomNumberGenerator.GetHexString(24, lowercase: true);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(ClerkPasswordPath, options);
        writer.WriteLine(password);
        return password;
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
