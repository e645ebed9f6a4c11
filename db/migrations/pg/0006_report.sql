CREATE TABLE "report_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"share_id" text,
	"chapter" text,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"created_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "report_layouts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"layout" json NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_shares" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"snapshot_id" text,
	"token" text NOT NULL,
	"name" text NOT NULL,
	"audience" text NOT NULL,
	"password_hash" text,
	"expires_at" bigint,
	"revoked_at" bigint,
	"views" integer DEFAULT 0 NOT NULL,
	"last_viewed_at" bigint,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_snapshots" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"name" text NOT NULL,
	"document" json NOT NULL,
	"shared" json NOT NULL,
	"bundle" text NOT NULL,
	"version" text NOT NULL,
	"responses" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE INDEX "report_comments_study" ON "report_comments" USING btree ("workspace_id","study_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_shares_token" ON "report_shares" USING btree ("token");--> statement-breakpoint
CREATE INDEX "report_shares_study" ON "report_shares" USING btree ("workspace_id","study_id");--> statement-breakpoint
CREATE INDEX "report_snapshots_study" ON "report_snapshots" USING btree ("workspace_id","study_id");