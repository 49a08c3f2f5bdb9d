using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder.Sessions.Starts;

/// <summary>
/// The flash of a unit that has been in use: its gauge knows the cell's health about as well as it learns it, and what this
/// person's sessions take, from sessions that its firmware has played.
/// </summary>
internal static class LearnedUnit
{
    private const double SessionStateOfCharge = 0.95;
    private const double CoolestRoomCelsius = 15;
    private const double WarmestRoomCelsius = 30;
    private const byte GaugeKind = 2;
    private const int ChargerPermille = 800;

    /// <summary>Plays the sessions that came before.</summary>
    /// <param name="draw">The unit and its person.</param>
    /// <param name="sessions">Sessions before, at least 0.</param>
    public static IReadOnlyDictionary<string, byte[]> Flash(StartDraw draw, int sessions)
    {
        IReadOnlyDictionary<string, byte[]> flash = SettingsImage.Flash(
            new Settings { HeaterR0MicroOhm = HeaterCalibration.NominalR0MicroOhm }, Gauge(draw));
        DeterministicRandom random = DeterministicRandom.For(draw.Seed, "rooms");
        for (int session = 1; session <= sessions; session++)
        {
            using VirtualHolder holder = VirtualHolder.Start(new HolderOptions
            {
                Seed = draw.Seed + (ulong)session,
                Plant = draw.Plant with { InitialStateOfCharge = SessionStateOfCharge },
                AmbientCelsius = random.NextDouble(CoolestRoomCelsius, WarmestRoomCelsius),
                Flash = flash,
            });
            SessionRun.Play(holder, draw.Puffs(session), TimeSpan.FromSeconds(1));
            holder.Dispose();
            flash = holder.ReadFlash();
        }

        return flash;
    }

    private static GaugeRecord Gauge(StartDraw draw)
    {
        var counter = new CoulombCounter(CellTable.DesignCapacityMah);
        counter.Resize((long)(counter.DesignUas * Math.Clamp(draw.KnownHealth, 0.5, 1.25)));
        counter.Anchor((int)(SessionStateOfCharge * 1000));
        var history = new CellHistory();
        while (Math.Abs(history.ResistancePermille - (draw.KnownResistanceFactor * 1000)) > 10)
        {
            history.LearnResistance((int)(draw.KnownResistanceFactor * 1000), 0);
        }

        var record = new GaugeRecord(GaugeKind);
        GaugeState.Write(record.Content, 0, counter, history);
        LittleEndian.WriteUInt16(record.Content, GaugeState.SizeBytes, ChargerPermille);
        record.Store(GaugeState.SizeBytes + 2);
        return record;
    }
}
