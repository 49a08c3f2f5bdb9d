namespace IqosDevice.Firmware.Tests.Benches
{
    /// <summary>Bytes as text, so that a row of data can hold them and a failure shows them.</summary>
    public static class Hex
    {
        private const string Digits = "0123456789ABCDEF";

        /// <summary>"00C9" as two bytes.</summary>
        public static byte[] Bytes(string text)
        {
            byte[] bytes = new byte[text.Length / 2];
            for (int index = 0; index < bytes.Length; index++)
            {
                bytes[index] = (byte)((Digits.IndexOf(text[2 * index]) << 4) | Digits.IndexOf(text[(2 * index) + 1]));
            }

            return bytes;
        }

        /// <summary>The first <paramref name="length"/> bytes, in capital letters.</summary>
        public static string Text(byte[] bytes, int length)
        {
            string text = "";
            for (int index = 0; index < length; index++)
            {
                text += bytes[index].ToString("X2");
            }

            return text;
        }

        /// <summary>The characters of a text, one byte each.</summary>
        public static byte[] Ascii(string text)
        {
            byte[] bytes = new byte[text.Length];
            for (int index = 0; index < bytes.Length; index++)
            {
                bytes[index] = (byte)text[index];
            }

            return bytes;
        }
    }
}
