CREATE TABLE "AuditEntries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditEntries" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Actor" TEXT NULL,
    "Action" TEXT NOT NULL,
    "DeviceCode" TEXT NULL,
    "Result" TEXT NOT NULL
);


CREATE TABLE "Customers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Customers" PRIMARY KEY,
    "Email" TEXT NOT NULL,
    "NormalizedEmail" TEXT NOT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "Mobile" TEXT NOT NULL,
    "MobileConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NOT NULL,
    "SecurityStamp" TEXT NOT NULL,
    "FailedSignIns" INTEGER NOT NULL,
    "LockedUntil" INTEGER NULL,
    "FamilyName" TEXT NOT NULL,
    "GivenName" TEXT NOT NULL,
    "BirthDate" TEXT NOT NULL,
    "PostalCode" TEXT NOT NULL,
    "Town" TEXT NOT NULL,
    "Street" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "RegisteredAt" INTEGER NOT NULL,
    "ClubSince" INTEGER NULL
);


CREATE TABLE "Devices" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Devices" PRIMARY KEY,
    "Model" TEXT NOT NULL,
    "SoldOn" TEXT NULL,
    "SoldIn" TEXT NULL,
    "ShopId" TEXT NULL,
    "Blocked" TEXT NULL,
    "ReplacedBy" TEXT NULL
);


CREATE TABLE "OutboxMessages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_OutboxMessages" PRIMARY KEY AUTOINCREMENT,
    "SentAt" INTEGER NOT NULL,
    "Channel" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "Code" TEXT NULL,
    "Link" TEXT NULL,
    "CustomerId" TEXT NULL
);


CREATE TABLE "RetainedRecords" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RetainedRecords" PRIMARY KEY AUTOINCREMENT,
    "Kind" TEXT NOT NULL,
    "DeviceCode" TEXT NOT NULL,
    "ShopId" TEXT NULL,
    "At" INTEGER NOT NULL,
    "KeepUntil" INTEGER NOT NULL
);


CREATE TABLE "DiagnosisReports" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_DiagnosisReports" PRIMARY KEY,
    "DeviceCode" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Faulty" INTEGER NOT NULL,
    "Findings" TEXT NOT NULL,
    CONSTRAINT "FK_DiagnosisReports_Customers_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "OneTimeCodes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OneTimeCodes" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "ProtectedCode" TEXT NOT NULL,
    "Target" TEXT NULL,
    "IssuedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "UsedAt" INTEGER NULL,
    CONSTRAINT "FK_OneTimeCodes_Customers_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ProofsOfPurchase" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ProofsOfPurchase" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "DeviceCode" TEXT NULL,
    "BoughtOn" TEXT NOT NULL,
    "BoughtIn" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Content" BLOB NOT NULL,
    "UploadedAt" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    CONSTRAINT "FK_ProofsOfPurchase_Customers_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Replacements" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Replacements" PRIMARY KEY,
    "DeviceCode" TEXT NOT NULL,
    "CustomerId" TEXT NOT NULL,
    "ShopId" TEXT NOT NULL,
    "RequestedAt" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "NewCode" TEXT NULL,
    CONSTRAINT "FK_Replacements_Customers_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "TransferOffers" (
    "DeviceCode" TEXT NOT NULL CONSTRAINT "PK_TransferOffers" PRIMARY KEY,
    "FromCustomerId" TEXT NOT NULL,
    "ToNormalizedEmail" TEXT NOT NULL,
    "OfferedAt" INTEGER NOT NULL,
    CONSTRAINT "FK_TransferOffers_Customers_FromCustomerId" FOREIGN KEY ("FromCustomerId") REFERENCES "Customers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "WarrantyClaims" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_WarrantyClaims" PRIMARY KEY,
    "DeviceCode" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "Kind" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "FiledAt" INTEGER NOT NULL,
    CONSTRAINT "FK_WarrantyClaims_Customers_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "WatchedVideos" (
    "CustomerId" TEXT NOT NULL,
    "DeviceCode" TEXT NOT NULL,
    "VideoId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_WatchedVideos" PRIMARY KEY ("CustomerId", "DeviceCode", "VideoId"),
    CONSTRAINT "FK_WatchedVideos_Customers_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Ownerships" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Ownerships" PRIMARY KEY AUTOINCREMENT,
    "DeviceCode" TEXT NOT NULL,
    "CustomerId" TEXT NULL,
    "Since" INTEGER NOT NULL,
    "Basis" TEXT NOT NULL,
    "Until" INTEGER NULL,
    "EndedBy" TEXT NULL,
    CONSTRAINT "FK_Ownerships_Customers_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Ownerships_Devices_DeviceCode" FOREIGN KEY ("DeviceCode") REFERENCES "Devices" ("Code") ON DELETE CASCADE
);


CREATE INDEX "IX_AuditEntries_At" ON "AuditEntries" ("At");


CREATE UNIQUE INDEX "OneProfileAMobile" ON "Customers" ("Mobile") WHERE MobileConfirmed = 1;


CREATE UNIQUE INDEX "OneProfileAnEmail" ON "Customers" ("NormalizedEmail") WHERE EmailConfirmed = 1;


CREATE INDEX "IX_DiagnosisReports_CustomerId" ON "DiagnosisReports" ("CustomerId");


CREATE INDEX "IX_DiagnosisReports_DeviceCode" ON "DiagnosisReports" ("DeviceCode");


CREATE INDEX "IX_OneTimeCodes_CustomerId_Purpose" ON "OneTimeCodes" ("CustomerId", "Purpose");


CREATE INDEX "IX_OutboxMessages_CustomerId" ON "OutboxMessages" ("CustomerId");


CREATE INDEX "IX_OutboxMessages_To" ON "OutboxMessages" ("To");


CREATE INDEX "IX_Ownerships_CustomerId" ON "Ownerships" ("CustomerId");


CREATE UNIQUE INDEX "OneOwnerADevice" ON "Ownerships" ("DeviceCode") WHERE Until IS NULL;


CREATE INDEX "IX_ProofsOfPurchase_CustomerId" ON "ProofsOfPurchase" ("CustomerId");


CREATE INDEX "IX_ProofsOfPurchase_State" ON "ProofsOfPurchase" ("State");


CREATE INDEX "IX_Replacements_CustomerId" ON "Replacements" ("CustomerId");


CREATE INDEX "IX_Replacements_DeviceCode" ON "Replacements" ("DeviceCode");


CREATE INDEX "IX_RetainedRecords_KeepUntil" ON "RetainedRecords" ("KeepUntil");


CREATE INDEX "IX_TransferOffers_FromCustomerId" ON "TransferOffers" ("FromCustomerId");


CREATE INDEX "IX_TransferOffers_ToNormalizedEmail" ON "TransferOffers" ("ToNormalizedEmail");


CREATE INDEX "IX_WarrantyClaims_CustomerId" ON "WarrantyClaims" ("CustomerId");


CREATE INDEX "IX_WarrantyClaims_DeviceCode" ON "WarrantyClaims" ("DeviceCode");
