namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// The safety checklist, row by row: what people read of it. The table of docs/safety.md is made from this one.
    /// </summary>
    public static class SafetyTable
    {
        /// <summary>Rows are numbered from 1.</summary>
        public const int RowCount = 56;

        private const int LastSensorRow = 10;
        private const int LastHeaterRow = 26;
        private const int LastSupervisionRow = 36;
        private const int LastBatteryRow = 45;

        private const string Sensor = "The heater's sensor is broken. Have the holder serviced if it happens again.";
        private const string Heater = "The heater is faulty. Have the holder serviced if it happens again.";
        private const string Lock = "The heater is not safe. The holder is locked; have it serviced.";
        private const string Service = "The holder has lost its adjustment. Have it serviced.";
        private const string Cool = "The holder is too hot. Let it cool down.";
        private const string Again = "Heating was stopped. Try again; have the holder serviced if it happens again.";
        private const string Low = "The battery is too low. Charge the holder.";
        private const string CellTemperature = "The battery is too cold or too hot. Bring it to room temperature.";
        private const string Charge = "The battery is not safe. The holder is locked; have it serviced.";
        private const string Docked = "Take the holder out of the charger.";
        private const string None = "";

        /// <summary>Anchor of the section of the manual that explains a row.</summary>
        public static string SectionOf(int row)
        {
            if (row <= LastSensorRow)
            {
                return "a-sensor";
            }

            if (row <= LastHeaterRow)
            {
                return "b-heater";
            }

            if (row <= LastSupervisionRow)
            {
                return "c-supervision";
            }

            return row <= LastBatteryRow ? "d-battery" : "e-self-test";
        }

        /// <summary>One row; null where the checklist has no such number.</summary>
        public static SafetyRow RowOf(int number)
        {
            if (number < 1 || number > RowCount)
            {
                return null;
            }

            if (number <= LastSensorRow)
            {
                return SensorRow(number);
            }

            if (number <= LastHeaterRow)
            {
                return HeaterRow(number);
            }

            if (number <= LastSupervisionRow)
            {
                return SupervisionRow(number);
            }

            return number <= LastBatteryRow ? BatteryRow(number) : SelfTestRow(number);
        }

        private static SafetyRow SensorRow(int number)
        {
            switch (number)
            {
                case 1:
                    return new SafetyRow(1, "Thermocouple open", SafetyAct.Trip,
                        "reading above 98 % of full scale in 3 samples",
                        "ThermocoupleOpenCheck", Sensor);
                case 2:
                    return new SafetyRow(2, "Thermocouple shorted", SafetyAct.Trip,
                        "reading below 2 % of full scale in 3 samples",
                        "ThermocoupleShortCheck", Sensor);
                case 3:
                    return new SafetyRow(3, "Thermocouple out of range", SafetyAct.Trip,
                        "outside -25 to 445 °C in 3 of 5 samples",
                        "ThermocoupleRangeCheck", Sensor);
                case 4:
                    return new SafetyRow(4, "Thermocouple spikes", SafetyAct.WarnThenTrip,
                        "a step of more than 10 °C between two samples; 5 in a second trip",
                        "SpikeCheck", Sensor);
                case 5:
                    return new SafetyRow(5, "Sensor frozen", SafetyAct.Trip,
                        "thermocouple or heater monitor without a change of one bit for 2 s of heating",
                        "FrozenSensorCheck", Sensor);
                case 6:
                    return new SafetyRow(6, "Sample stale", SafetyAct.Trip,
                        "a sample older than 100 ms gives no heat; 500 ms trip",
                        "StaleSampleCheck", Sensor);
                case 7:
                    return new SafetyRow(7, "Too cold to be true", SafetyAct.Trip,
                        "thermocouple below -20 °C, or below 40 °C after 60 J",
                        "ColdSensorCheck", Sensor);
                case 8:
                    return new SafetyRow(8, "Sensors disagree at rest", SafetyAct.Trip,
                        "thermocouple and a steady board more than 15 °C apart after 10 min of rest",
                        "RestAgreementCheck", Sensor);
                case 9:
                    return new SafetyRow(9, "ADC reference", SafetyAct.LockOut,
                        "1.225 V reference outside 1085 to 1375 mV, or 3 % off its value at power-on, in 3 looks",
                        "AdcReferenceCheck", Lock);
                default:
                    return new SafetyRow(10, "Calibration data", SafetyAct.Refuse,
                        "cold resistance outside 0.56 to 1.04 ohm; records have a CRC32",
                        "CalibrationCheck", Service);
            }
        }

        private static SafetyRow HeaterRow(int number)
        {
            switch (number)
            {
                case 11:
                    return new SafetyRow(11, "Over-temperature", SafetyAct.LockOut,
                        "either sensor at 380 °C in 2 samples",
                        "OverTemperatureCheck", Lock);
                case 12:
                    return new SafetyRow(12, "Over-temperature cut-out", SafetyAct.LockOut,
                        "comparator at 400 °C opens the load switch; noticed as row 54",
                        "board: comparator", Lock);
                case 13:
                    return new SafetyRow(13, "Heat-up too slow", SafetyAct.Trip,
                        "either sensor rises less than half of what the energy must give; or 4 s of preheat without power, with the cell above 3.35 V",
                        "HeatUpCheck", Heater);
                case 14:
                    return new SafetyRow(14, "Below target", SafetyAct.Trip,
                        "more than 10 °C below the set point adds up to 30 °C s, with the cell above 3.35 V",
                        "BelowTargetCheck", Heater);
                case 15:
                    return new SafetyRow(15, "Heater stuck on", SafetyAct.LockOut,
                        "temperature rises by 5 °C more than 5 °C/s with duty 0",
                        "StuckOnCheck", Lock);
                case 16:
                    return new SafetyRow(16, "Excursion while holding", SafetyAct.Trip,
                        "15 °C above the set point for 0.5 s, 25 °C below for 3 s",
                        "ExcursionCheck", Heater);
                case 17:
                    return new SafetyRow(17, "Heat balance", SafetyAct.WarnThenTrip,
                        "losses outside -5 to 13 W; 1.5 s of it trip",
                        "HeatBalanceCheck", Heater);
                case 18:
                    return new SafetyRow(18, "Hold power", SafetyAct.WarnThenTrip,
                        "mean power of 3 s outside 0.9 to 9 W; twice in a row trips",
                        "HoldPowerCheck", Heater);
                case 19:
                    return new SafetyRow(19, "Heater open", SafetyAct.Trip,
                        "less than half of V/R in 3 samples",
                        "OpenHeaterCheck", Heater);
                case 20:
                    return new SafetyRow(20, "Heater shorted", SafetyAct.LockOut,
                        "resistance below 0.6 of its cold one in 2 samples; the board's latch at 7 A",
                        "OverCurrentCheck", Lock);
                case 21:
                    return new SafetyRow(21, "Current while off", SafetyAct.LockOut,
                        "more than 20 mA at duty 0 in 3 samples",
                        "LeakCurrentCheck", Lock);
                case 22:
                    return new SafetyRow(22, "Heater drifted", SafetyAct.Trip,
                        "cold resistance 10 % off its calibration at the first heat",
                        "ResistanceDriftCheck", Service);
                case 23:
                    return new SafetyRow(23, "Power and energy", SafetyAct.Trip,
                        "mean power above 15 W for 100 ms; more than 1.3 x 1150 J in a session",
                        "PowerAndEnergyCheck", Heater);
                case 24:
                    return new SafetyRow(24, "Set point", SafetyAct.Refuse,
                        "outside 200 to 350 °C, paused outside 100 to 200 °C",
                        "SetpointCheck", Again);
                case 25:
                    return new SafetyRow(25, "Not cooling", SafetyAct.LockOut,
                        "less than 20 °C below the last heat 20 s after it",
                        "CoolingCheck", Lock);
                default:
                    return new SafetyRow(26, "Board or cell too hot", SafetyAct.Trip,
                        "board above 85 °C, cell above 60 °C",
                        "HotBoardCheck", Cool);
            }
        }

        private static SafetyRow SupervisionRow(int number)
        {
            switch (number)
            {
                case 27:
                    return new SafetyRow(27, "Session too long", SafetyAct.Trip,
                        "65 s of preheat, 375 s of session, 490 s of pause, 18 puffs; or less than 17 s of preheat before what follows it",
                        "SessionLimitCheck", Again);
                case 28:
                    return new SafetyRow(28, "Dead-man", SafetyAct.WithholdHeartbeat,
                        "a tick after more than 100 ms gives no heartbeat; the board opens the load switch 200 ms after the last",
                        "LoopPeriodCheck", Again);
                case 29:
                    return new SafetyRow(29, "Loop late", SafetyAct.WarnThenTrip,
                        "a tick of heating after more than 40 ms; 100 ms trip",
                        "LoopDelayCheck", Again);
                case 30:
                    return new SafetyRow(30, "Tasks alive", SafetyAct.WithholdHeartbeat,
                        "sampling or state machine has not signed in for 250 ms, the slow checks for 1 s",
                        "SignInCheck", Again);
                case 31:
                    return new SafetyRow(31, "Watchdog", SafetyAct.WithholdHeartbeat,
                        "the dead-man is the only one on this board: 200 ms, with a clock of its own",
                        "board: dead-man", Again);
                case 32:
                    return new SafetyRow(32, "Clocks disagree", SafetyAct.LockOut,
                        "processor and real-time clock more than 5 % apart over 60 s, twice",
                        "ClockCheck", Lock);
                case 33:
                    return new SafetyRow(33, "Third trip in a day", SafetyAct.LockOut,
                        "three trips within 24 h",
                        "TripCounter", Lock);
                case 34:
                    return new SafetyRow(34, "Started by accident", SafetyAct.Refuse,
                        "no puff and no press within 30 s of Ready in a session that a stick alone began",
                        "UnconfirmedStartCheck", Again);
                case 35:
                    return new SafetyRow(35, "Nobody asked for heat", SafetyAct.Refuse,
                        "no hold of the button and no auto start, or no stick for 200 ms",
                        "ConsentCheck", Again);
                default:
                    return new SafetyRow(36, "Controller output", SafetyAct.Trip,
                        "no number, outside 0 to 1000 permille, or not 0 with the heater off",
                        "ControlOutputCheck", Again);
            }
        }

        private static SafetyRow BatteryRow(int number)
        {
            switch (number)
            {
                case 37:
                    return new SafetyRow(37, "Cell would sag", SafetyAct.Refuse,
                        "predicted voltage under load below 3.1 V at the start",
                        "StartGate", Low);
                case 38:
                    return new SafetyRow(38, "Cell sags", SafetyAct.WarnThenTrip,
                        "power folded back below 3.2 V; the session ends at 3.0 V",
                        "SupplyLimit", Low);
                case 39:
                    return new SafetyRow(39, "Cell over-current", SafetyAct.LockOut,
                        "discharge of more than 5.2 A in 2 samples",
                        "CellCurrentCheck", Charge);
                case 40:
                    return new SafetyRow(40, "Cell temperature", SafetyAct.Refuse,
                        "heating -10 to 55 °C, charging 0 to 45 °C",
                        "StartGate", CellTemperature);
                case 41:
                    return new SafetyRow(41, "Over-charge", SafetyAct.LockOut,
                        "cell above 4.25 V, or more than 3 h of charging",
                        "OverchargeCheck", Charge);
                case 42:
                    return new SafetyRow(42, "Charging interlock", SafetyAct.Refuse,
                        "no heat in the charger or while charging",
                        "ChargingInterlockCheck", Docked);
                case 43:
                    return new SafetyRow(43, "Energy for a session", SafetyAct.Refuse,
                        "less than 1.15 times what a session takes",
                        "StartGate", Low);
                case 44:
                    return new SafetyRow(44, "Charge jumps", SafetyAct.Warn,
                        "charge moves by more than 5 % in a minute of rest, the first one left out",
                        "ChargeJumpCheck", None);
                default:
                    return new SafetyRow(45, "Charge and voltage disagree", SafetyAct.Warn,
                        "counted charge more than 10 % off what the voltage tells after 10 min of rest",
                        "RestingCellCheck", None);
            }
        }

        private static SafetyRow SelfTestRow(int number)
        {
            switch (number)
            {
                case 46:
                    return new SafetyRow(46, "Processor registers", SafetyAct.None,
                        "not possible in managed code: needs native code",
                        "-", None);
                case 47:
                    return new SafetyRow(47, "Program flow", SafetyAct.None,
                        "not possible in managed code; row 30 is what it can do",
                        "-", None);
                case 48:
                    return new SafetyRow(48, "Interrupt rate", SafetyAct.None,
                        "not possible in managed code: needs native code",
                        "-", None);
                case 49:
                    return new SafetyRow(49, "Program memory", SafetyAct.None,
                        "not possible in managed code: the runtime checks a CRC when it loads",
                        "-", None);
                case 50:
                    return new SafetyRow(50, "Working memory", SafetyAct.None,
                        "not possible in managed code: needs native code",
                        "-", None);
                case 51:
                    return new SafetyRow(51, "Free memory", SafetyAct.Trip,
                        "less than 3 KB of heap, asked at boot and every 10 min of rest",
                        "FreeMemoryCheck", Again);
                case 52:
                    return new SafetyRow(52, "Safety variables", SafetyAct.Trip,
                        "the two copies of the fault contradict each other",
                        "FaultMemory", Service);
                case 53:
                    return new SafetyRow(53, "Commands", SafetyAct.None,
                        "a frame with a wrong length, checksum or sequence is ignored; no command can ask for heat",
                        "ScpServer", None);
                case 54:
                    return new SafetyRow(54, "Output read-back", SafetyAct.Trip,
                        "3 samples: gate high at duty 0; top node not 0.4 to 1.15 of duty x cell, or 0.2 V off its second reading; or gate not seen high in 20 periods' worth of looks",
                        "ReadBackCheck", Heater);
                case 55:
                    return new SafetyRow(55, "Event log", SafetyAct.None,
                        "64 entries, CRC32, two slots",
                        "EventLog", None);
                default:
                    return new SafetyRow(56, "Proof test of the cut-out", SafetyAct.Trip,
                        "before each session: load switch open but voltage; closed but current with duty 0; dead-man does not open it in 160 to 340 ms",
                        "CutOutProof", Heater);
            }
        }
    }
}
