CREATE TABLE "merges" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"kind" text NOT NULL,
	"keep_id" text NOT NULL,
	"gone_id" text NOT NULL,
	"keep_name" text NOT NULL,
	"gone_name" text NOT NULL,
	"undo" json NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE INDEX "merges_workspace" ON "merges" USING btree ("workspace_id","created_at");