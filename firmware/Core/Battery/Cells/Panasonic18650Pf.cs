namespace IqosDevice.Firmware.Core.Battery.Cells
{
    /// <summary>Panasonic NCR18650PF, 2.9 Ah, nickel-rich cathode.</summary>
    /// <remarks>
    /// Identified by linear least squares on measurements by P. Kollmeyer, "Panasonic 18650PF Li-ion Battery Data",
    /// Mendeley Data, doi 10.17632/wykht8y7tg.1: the HPPC pulses at 25, 10, 0, -10 and -20 °C, the cycles NN at 25, 0 and
    /// -10 °C, Cycle_1 at 25, 10 and -20 °C, and the warming cycle from -20 °C. No other file was used.
    /// </remarks>
    public static class Panasonic18650Pf
    {
        /// <summary>Makes the table; it takes heap only where it is used.</summary>
        public static CellModel Create()
        {
            short[] openCircuitMv =
            {
                3020, 3243, 3342, 3399, 3448, 3504, 3545, 3581, 3613, 3642, 3675,
                3718, 3758, 3809, 3858, 3902, 3949, 4004, 4059, 4115, 4189,
            };
            short[] saturationMa = { 10800, 18907, 30000, 30000, 30000 };
            return new CellModel(2900, openCircuitMv, Terms(), saturationMa);
        }

        /// <summary>
        /// By temperature and charge (0, 5, 10 % and every 10 %): shift in 0.1 mV; resistance at once, of the charge transfer, of the
        /// fast and of the slow polarization in 0.1 milliohm. Only their sum has a meaning: a single one may be negative.
        /// </summary>
        private static short[] Terms() => new short[]
        {
            // -20 °C
            -420, 1802, 1396, 1494, 516,
            -464, 1683, 1446, 1545, 552,
            -508, 1551, 1487, 1576, 586,
            -551, 1385, 1505, 1557, 630,
            -593, 1196, 1508, 1515, 682,
            -636, 979, 1492, 1441, 746,
            -678, 772, 1488, 1339, 817,
            -723, 598, 1518, 1223, 886,
            -769, 460, 1592, 1132, 948,
            -818, 390, 1752, 1126, 1038,
            -870, 436, 2036, 1232, 1161,
            -924, 622, 2455, 1430, 1303,
            // -10 °C
            -248, 1550, 1213, 1274, 354,
            -271, 1399, 1189, 1269, 449,
            -294, 1229, 1147, 1257, 523,
            -316, 1017, 1069, 1219, 544,
            -336, 797, 982, 1167, 546,
            -356, 623, 933, 1101, 533,
            -375, 519, 945, 1030, 564,
            -394, 369, 919, 860, 586,
            -412, 258, 938, 733, 635,
            -429, 196, 1026, 732, 747,
            -447, 188, 1184, 824, 881,
            -464, 255, 1415, 937, 984,
            // 0 °C
            -137, 1376, 1086, 1136, 232,
            -149, 1196, 1000, 1069, 355,
            -159, 1011, 910, 1015, 461,
            -168, 779, 774, 958, 492,
            -176, 545, 631, 887, 485,
            -183, 386, 545, 776, 402,
            -190, 319, 536, 681, 368,
            -197, 243, 527, 586, 407,
            -199, 189, 552, 532, 471,
            -198, 155, 617, 530, 531,
            -192, 151, 727, 590, 604,
            -182, 189, 881, 671, 672,
            // 10 °C
            -58, 1252, 997, 1061, 128,
            -64, 1000, 811, 890, 223,
            -69, 779, 655, 752, 340,
            -71, 567, 504, 661, 421,
            -71, 328, 320, 535, 393,
            -71, 244, 264, 468, 336,
            -71, 221, 263, 411, 261,
            -70, 196, 273, 357, 225,
            -68, 175, 304, 339, 232,
            -65, 145, 343, 353, 255,
            -61, 135, 417, 397, 287,
            -58, 183, 552, 473, 335,
            // 25 °C
            0, 1180, 948, 1036, 58,
            0, 802, 617, 733, 54,
            0, 422, 279, 410, 68,
            0, 242, 123, 251, 119,
            0, 212, 104, 217, 183,
            0, 213, 114, 226, 205,
            0, 201, 117, 215, 163,
            0, 185, 127, 206, 114,
            0, 172, 153, 228, 93,
            0, 153, 188, 259, 79,
            0, 133, 233, 285, 60,
            0, 156, 328, 356, 73,
        };
    }
}
