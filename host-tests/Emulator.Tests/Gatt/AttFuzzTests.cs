using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Gatt;

public sealed class AttFuzzTests
{
    private const int PduCount = 20_000;

    private static readonly string[] GoodPdus =
    [
        "02F700", "040100FFFF", "060100FFFF00280A18", "080100FFFF0328", "0A0800", "0C03001600", "0E05000800",
        "100100FFFF0028", "120B0000C0000000", "1209000100", "160B000000010203", "1801", "1E", "2005000800", "520B00AA",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_a_client_sends_each_request_has_one_answer_and_the_server_goes_on(ulong seed)
    {
        var random = new DeterministicRandom(seed);
        var holder = new SmallHolder();
        for (int i = 0; i < PduCount; i++)
        {
            byte[] pdu = Mutate(random);
            holder.Server.Receive(pdu);

            bool isAnswered = pdu.Length > 0 && (pdu[0] & 0x40) == 0 && !ServerOpcodes.Contains(pdu[0]) && pdu[0] != 0x1E;
            holder.Bearer.Sent.Count.ShouldBe(isAnswered ? 1 : 0, $"seed {seed}, PDU {i}: {Convert.ToHexString(pdu)}");
            foreach (string answer in holder.Bearer.Sent)
            {
                (answer.Length / 2).ShouldBeLessThanOrEqualTo(holder.Peripheral.AttMtu);
            }

            holder.Bearer.Sent.Clear();
        }

        holder.Answers("0A 05 00", "0B 53 4E");
    }

    private static readonly HashSet<byte> ServerOpcodes =
        [0x01, 0x03, 0x05, 0x07, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x13, 0x17, 0x19, 0x1B, 0x1D, 0x21, 0x23];

    private static byte[] Mutate(DeterministicRandom random)
    {
        byte[] pdu = Convert.FromHexString(GoodPdus[random.NextInt32(GoodPdus.Length)]);
        for (int changes = random.NextInt32(4); changes > 0 && pdu.Length > 0; changes--)
        {
            switch (random.NextInt32(3))
            {
                case 0: pdu[random.NextInt32(pdu.Length)] = (byte)random.NextInt32(256); break;
                case 1: pdu = pdu[..random.NextInt32(pdu.Length + 1)]; break;
                default: pdu = [.. pdu, .. new byte[random.NextInt32(300)]]; break;
            }
        }

        return pdu;
    }
}
