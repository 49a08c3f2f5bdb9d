CREATE TABLE "Sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY,
    "CustomerId" TEXT NOT NULL,
    "Client" TEXT NOT NULL,
    "Device" TEXT NOT NULL,
    "SignedInAt" INTEGER NOT NULL,
    "LastSeenAt" INTEGER NOT NULL,
    CONSTRAINT "FK_Sessions_Customers_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "Customers" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Sessions_CustomerId" ON "Sessions" ("CustomerId");

ALTER TABLE "Customers" DROP COLUMN "SecurityStamp";
