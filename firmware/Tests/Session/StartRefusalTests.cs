using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Tests.Benches;
using nanoFramework.TestFramework;

namespace IqosDevice.Firmware.Tests.Session
{
    [TestClass]
    public sealed class StartRefusalTests
    {
        [TestMethod]
        public void Without_a_stick()
        {
            new SessionBench(HolderModelId.IlumaI).ShouldRefuseToStart(StartRefusal.NoStick);
        }

        [TestMethod]
        public void While_locked()
        {
            SessionBench bench = WithStick(4100);
            bench.Settings.Locked = true;
            bench.ShouldRefuseToStart(StartRefusal.Locked);
        }

        [TestMethod]
        public void In_the_charger()
        {
            SessionBench bench = WithStick(4100);
            bench.Inputs.Docked = true;
            bench.ShouldRefuseToStart(StartRefusal.Docked);
        }

        [TestMethod]
        public void With_too_little_energy()
        {
            WithStick(3500).ShouldRefuseToStart(StartRefusal.Energy);
        }

        [TestMethod]
        [DataRow(-501)]
        [DataRow(-40000)]
        public void In_the_cold(int boardMilliCelsius)
        {
            SessionBench bench = WithStick(4100);
            bench.Inputs.BoardMilliCelsius = boardMilliCelsius;
            bench.ShouldRefuseToStart(StartRefusal.AmbientCold);
        }

        [TestMethod]
        public void In_the_heat()
        {
            SessionBench bench = WithStick(4100);
            bench.Inputs.BoardMilliCelsius = 40501;
            bench.ShouldRefuseToStart(StartRefusal.AmbientHot);
        }

        [TestMethod]
        [DataRow(-10001)]
        [DataRow(55001)]
        [DataRow(int.MinValue)]
        public void With_a_cell_out_of_its_range(int cellMilliCelsius)
        {
            SessionBench bench = WithStick(4100);
            bench.Inputs.CellMilliCelsius = cellMilliCelsius;
            bench.ShouldRefuseToStart(StartRefusal.CellTemperature);
        }

        [TestMethod]
        public void After_a_lock_out()
        {
            SessionBench bench = WithStick(4100);
            bench.Heater.FaultRow = 11;
            bench.Heater.FaultLatched = true;
            bench.ShouldRefuseToStart(StartRefusal.Fault);
            Assert.IsFalse(bench.Machine.TakeReleaseRequest());
        }

        private static SessionBench WithStick(int cellMv)
        {
            SessionBench bench = new SessionBench(HolderModelId.IlumaI, cellMv);
            bench.InsertStick();
            return bench;
        }
    }
}
