using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Link;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core
{
    /// <summary>
    /// The whole of the holder's logic behind its ports: the composition root of Core. The board layer fills
    /// <see cref="Inputs"/>, calls <see cref="Heat"/> and <see cref="Step"/>, and applies <see cref="Outputs"/> after both.
    /// </summary>
    public sealed partial class HolderCore
    {
        private readonly HolderModel model;
        private readonly Mailbox mailbox = new Mailbox(ScpServer.MaxMessageBytes);
        private readonly ChargeGate chargeGate = new ChargeGate();
        private readonly ChargeWatch chargeWatch;
        private readonly UsageCounters usage = new UsageCounters();
        private readonly HeaterLoop heater;
        private readonly Indicator indicator;
        private readonly ScpServer scp;
        private readonly ScpLink link;
        private readonly EventStreamer streamer;
        private readonly StatusPublisher publisher;
        private readonly StorageSchedule storage;
        private readonly TripJournal trips;
        private GaugeReset loggedDistrust;
        private long lastCellSampleMs = -1;
        private bool stopped;

        public HolderCore(DeviceIdentity identity, ISlotStorage storage, IRadioPort radio, ILogPort log)
        {
            model = identity.Model;
            Inputs = new BoardInputs();
            Outputs = new BoardOutputs();
            Settings = new Settings();
            Events = new EventLog();
            Gauge = new BatteryGauge();
            chargeWatch = new ChargeWatch(Gauge);
            Charger = new ChargerModel();
            UserRequests requests = new UserRequests();
            Session = new SessionMachine(model, Settings, usage, Events, Gauge, requests);
            heater = new HeaterLoop(Session, Settings);
            trips = new TripJournal(heater.Supervisor, Session.Status, usage, Events, log);
            indicator = new Indicator(Session, Settings, Gauge, requests);
            scp = new ScpServer(identity, Settings, usage, Events, Gauge, Charger, requests, log);
            streamer = new EventStreamer(Events, radio);
            link = new ScpLink(mailbox, scp, streamer, radio, log);
            publisher = new StatusPublisher(model, Session.Status, Gauge, Charger, chargeWatch, Inputs, radio);
            RecordStore store = new RecordStore(storage, Settings, usage, Events, log);
            this.storage = new StorageSchedule(store, usage, Gauge, Charger);
        }

        public BoardInputs Inputs { get; }

        public BoardOutputs Outputs { get; }

        /// <summary>What the user chose; the loop's own, to be read only.</summary>
        public Settings Settings { get; }

        /// <summary>The state machine: why sessions ended, what was refused.</summary>
        public SessionMachine Session { get; }

        /// <summary>What the state machine shows.</summary>
        public HolderStatus Status => Session.Status;

        /// <summary>The heater's supervisor; the loop's own, to be read only.</summary>
        public Supervisor Safety => heater.Supervisor;

        /// <summary>What is known about the heater; the loop's own, to be read only.</summary>
        public HeaterView Heater => heater.View;

        public BatteryGauge Gauge { get; }

        /// <summary>Why the firmware ended charging, None where it did not.</summary>
        public ChargeStop ChargeStop => chargeWatch.Stop;

        /// <summary>The charger of a two-piece model; whoever knows about its USB cable tells it.</summary>
        public ChargerModel Charger { get; }

        public EventLog Events { get; }

        /// <summary>The light and vibration patterns that play now.</summary>
        public Indicator Indicator => indicator;

        /// <summary>SCP frames with a wrong checksum are accepted.</summary>
        public bool Lenient
        {
            get { return scp.Lenient; }
            set { scp.Lenient = value; }
        }

        /// <summary>Loads what is stored and publishes the first values. Called once, before the first step.</summary>
        public void Start(long nowMs)
        {
            storage.Start(nowMs, Inputs.RtcSeconds);
            heater.Supervisor.RestoreLatched(usage.LatchedFaultRow);
            Events.Add(EventKind.Boot, 0, 0, Inputs.RtcSeconds);
            StepBattery(nowMs);
            Session.Sense(nowMs, Inputs);
            Session.Decide(nowMs, Inputs, Heater);
            Session.Report(nowMs, Inputs, Heater);
            publisher.Start(nowMs);
        }

        /// <summary>
        /// One tick of 20 ms: from the samples to the heater's duty, and nothing else. The board applies what is in
        /// <see cref="Outputs"/> before it calls <see cref="Step"/>.
        /// </summary>
        public void Heat(long nowMs)
        {
            if (!stopped)
            {
                heater.Heat(nowMs, Inputs, Outputs);
            }
        }

        /// <summary>
        /// The rest of the period: the checks, which may take the heat away again and without which the next tick gives none,
        /// and everything that is not the heater.
        /// </summary>
        public void Step(long nowMs)
        {
            if (stopped)
            {
                return;
            }

            heater.Watch(Outputs);
            StepBattery(nowMs);
            heater.Attend(nowMs, Inputs, Outputs);
            if (Session.TakeReleaseRequest())
            {
                heater.Supervisor.Release();
            }

            trips.Step(nowMs, Inputs);
            indicator.Step(nowMs, Session.TakeCues(), Outputs);
            bool source = !model.HasSeparateHolder || Charger.CanCharge;
            bool mayGoOn = MayGoOnCharging(nowMs);
            Outputs.ChargeEnabled = chargeGate.Step(nowMs, Inputs, Status.HeaterOn, source) && mayGoOn && heater.Supervisor.MayCharge;
            link.Step(Inputs.RtcSeconds);
            streamer.Step();
            publisher.Step(nowMs);

            // Nor is a write to hold up the loop while the cut-out is proven for a start to come.
            if (!Session.Demand.StartExpected)
            {
                storage.Step(nowMs, Status);
            }
        }

        /// <summary>A client wrote to the SCP control point. Called from the radio's thread; copies and returns.</summary>
        /// <returns>False where the mailbox is full.</returns>
        public bool PostScpWrite(byte[] value, int length)
        {
            return mailbox.PostWrite(value, length);
        }

        /// <summary>A client asked for the event log from a sequence number. Called from the radio's thread.</summary>
        /// <returns>False where the mailbox is full.</returns>
        public bool PostEventLogRequest(int firstSequence)
        {
            return mailbox.PostEventLogRequest(firstSequence);
        }

        /// <summary>A client came or went. Called from the radio's thread.</summary>
        public void PostLinkChange()
        {
            mailbox.PostLinkChange();
        }

        /// <summary>Writes what waits in RAM; the power is about to go (no heat from here on).</summary>
        public void Stop()
        {
            stopped = true;
            Outputs.HeaterDutyPermille = 0;
            Outputs.LoadSwitchOn = false;
            Outputs.Heartbeat = false;
            Outputs.ChargeEnabled = false;
            storage.Stop();
        }

        private bool MayGoOnCharging(long nowMs)
        {
            ChargeStop before = chargeWatch.Stop;
            bool may = chargeWatch.Step(nowMs, Inputs);
            if (chargeWatch.Stop > ChargeStop.Full && chargeWatch.Stop != before)
            {
                Events.Add(EventKind.ChargeStopped, (int)chargeWatch.Stop, chargeWatch.Minutes, Inputs.RtcSeconds);
            }

            return may;
        }

        private void StepBattery(long nowMs)
        {
            if (Inputs.CellSampleMs == lastCellSampleMs)
            {
                return;
            }

            lastCellSampleMs = Inputs.CellSampleMs;
            bool first = !Gauge.HasSample;
            Gauge.Step(Inputs.CellSampleMs, Inputs.CellMv, Inputs.CellMa, Inputs.CellMilliCelsius);
            heater.Supervisor.NoteCharge(Gauge.EstimatedPermille);
            if (first && Gauge.HasSample && Gauge.ResetReason > GaugeReset.Fresh)
            {
                Events.Add(EventKind.GaugeReset, (int)Gauge.ResetReason, Gauge.ShownSocPercent, Inputs.RtcSeconds);
            }

            LogDistrust();

            int intoHolderMa = Inputs.Docked && Inputs.ChargerActive ? Inputs.CellMa : 0;
            Charger.Step(nowMs, intoHolderMa, Inputs.BoardMilliCelsius);
        }

        /// <summary>A sensor of the cell that stands still is logged once for each sensor, until the other one does or a restart.</summary>
        private void LogDistrust()
        {
            GaugeReset distrust = Gauge.Distrust;
            if (distrust != GaugeReset.None && distrust != loggedDistrust)
            {
                loggedDistrust = distrust;
                Events.Add(EventKind.GaugeReset, (int)distrust, Gauge.ShownSocPercent, Inputs.RtcSeconds);
            }
        }
    }
}
