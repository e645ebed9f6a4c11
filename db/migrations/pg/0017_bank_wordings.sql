CREATE TABLE "bank_wordings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"item_id" text NOT NULL,
	"revision" integer NOT NULL,
	"content" json NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "bank_wordings_revision" ON "bank_wordings" USING btree ("workspace_id","item_id","revision");