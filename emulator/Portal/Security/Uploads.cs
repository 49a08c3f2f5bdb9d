using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Security;

/// <summary>Reads uploaded files, no further than is allowed.</summary>
public static class Uploads
{
    /// <summary>Content of a file; one byte more than is allowed where there is more, and nothing where there is no file.</summary>
    public static async Task<byte[]> ReadAsync(IFormFile? file)
    {
        if (file is null)
        {
            return [];
        }

        await using Stream stream = file.OpenReadStream();
        byte[] content = new byte[(int)Math.Min(file.Length, UploadRules.MaximumBytes + 1)];
        await stream.ReadExactlyAsync(content);
        return content;
    }
}
