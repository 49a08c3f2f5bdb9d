using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Protocol
{
    /// <summary>Records that travel over the radio.</summary>
    [TestClass]
    public sealed class RadioRecordTests
    {
        [TestMethod]
        public void Holder_status_of_a_session_is_laid_out_as_documented()
        {
            HolderStatus status = new HolderStatus();
            status.State = HolderState.Session;
            status.StickPresent = true;
            status.HeaterDeciCelsius = 3351;
            status.SetpointDeciCelsius = 3350;
            status.SecondsLeft = 300;
            status.PuffsLeft = 11;
            byte[] buffer = new byte[HolderStatusRecord.Bytes];
            Assert.AreEqual(13, HolderStatusRecord.Write(status, 81, 1, buffer));
            Assert.AreEqual("01060002170D160D2C010B5101", Hex.Text(buffer, 13));
        }

        [TestMethod]
        public void Holder_status_takes_the_nearest_value_where_one_does_not_fit()
        {
            HolderStatus status = new HolderStatus();
            status.FaultRow = 300;
            status.HeaterDeciCelsius = 99999;
            status.SetpointDeciCelsius = -99999;
            status.SecondsLeft = -1;
            status.PuffsLeft = 256;
            byte[] buffer = new byte[HolderStatusRecord.Bytes];
            HolderStatusRecord.Write(status, 101, -1, buffer);
            Assert.AreEqual("0100FF00FF7F00800000FF6400", Hex.Text(buffer, 13));
        }

        [TestMethod]
        [DataRow("0F003819B40E64", 56, 25, 3764, 100)]
        [DataRow("0F004B18540F64", 75, 24, 3924, 100)]
        [DataRow("0F006400FFFF00", 101, -5, 70000, -1)]
        public void Battery_information_comes_out_of_its_values(string hex, int soc, int celsius, int cellMv, int holderSoc)
        {
            byte[] buffer = new byte[BatteryRecord.MaxBytes];
            Assert.AreEqual(7, BatteryRecord.Write(true, soc, celsius, cellMv, holderSoc, buffer));
            Assert.AreEqual(hex, Hex.Text(buffer, 7));
        }

        [TestMethod]
        [DataRow(true, true, false, 90, "06A3025A00")]
        [DataRow(true, false, false, 100, "06E3006400")]
        [DataRow(false, false, true, 50, "06C1003200")]
        [DataRow(false, false, false, 29, "0661011D00")]
        [DataRow(false, false, false, 9, "06E1010900")]
        public void Battery_level_status_tells_power_charging_and_level(bool powered, bool charging, bool active, int soc, string hex)
        {
            byte[] buffer = new byte[BatteryLevelStatusRecord.Bytes];
            BatteryLevelStatusRecord.Write(powered, charging, active, soc, 3700, false, buffer);
            Assert.AreEqual(hex, Hex.Text(buffer, 5));
        }

        [TestMethod]
        public void Device_status_is_the_captured_one()
        {
            byte[] buffer = new byte[DeviceStatusRecord.Bytes];
            DeviceStatusRecord.Write(buffer);
            Assert.AreEqual("5B0000000300004500", Hex.Text(buffer, 9));
        }

        [TestMethod]
        public void An_event_log_entry_is_laid_out_as_documented()
        {
            EventLog log = new EventLog();
            log.Add(EventKind.Lock, 0, 1, 0x1E187E00);
            log.Add(EventKind.Fault, 300, -100000, uint.MaxValue);
            byte[] buffer = new byte[EventLogEntryRecord.Bytes];
            Assert.AreEqual(10, EventLogEntryRecord.Write(log, 0, buffer));
            Assert.AreEqual("0000007E181E07000100", Hex.Text(buffer, 10));
            Assert.AreEqual(10, EventLogEntryRecord.Write(log, 1, buffer));
            Assert.AreEqual("0100FFFFFFFF05FF0080", Hex.Text(buffer, 10));
            Assert.AreEqual(0, EventLogEntryRecord.Write(log, 2, buffer));
        }

        [TestMethod]
        public void A_listing_ends_with_a_number_that_no_entry_has()
        {
            byte[] buffer = new byte[EventLogEntryRecord.Bytes];
            EventLogEntryRecord.WriteEnd(buffer);
            Assert.AreEqual("FFFF0000000000000000", Hex.Text(buffer, 10));
        }
    }
}
