CREATE TABLE "mail_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"unopened_days" integer NOT NULL,
	"unfinished_days" integer NOT NULL,
	"most" integer NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"security" text NOT NULL,
	"username" text NOT NULL,
	"password" text NOT NULL,
	"from_name" text NOT NULL,
	"from_address" text NOT NULL,
	"reply_to" text NOT NULL,
	"per_minute" integer NOT NULL,
	"origin" text NOT NULL,
	"bounce_token" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"trouble" text DEFAULT '' NOT NULL,
	"paused_until" bigint
);
--> statement-breakpoint
CREATE TABLE "mail_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"wave_id" text NOT NULL,
	"invitation_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"kind" text NOT NULL,
	"round" integer NOT NULL,
	"role" text NOT NULL,
	"language" text NOT NULL,
	"to_name" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"message_id" text NOT NULL,
	"state" text NOT NULL,
	"due_at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_by" text DEFAULT '' NOT NULL,
	"claimed_at" bigint,
	"sent_at" bigint,
	"why" text DEFAULT '' NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quality_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"thresholds" json NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "quality_settings" ADD CONSTRAINT "quality_settings_id_studies_id_fk" FOREIGN KEY ("id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mail_templates_once" ON "mail_templates" USING btree ("study_id","kind","role","language");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_once" ON "mails" USING btree ("invitation_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_message" ON "mails" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "mails_queue" ON "mails" USING btree ("workspace_id","state","due_at");--> statement-breakpoint
CREATE INDEX "mails_study" ON "mails" USING btree ("workspace_id","study_id","state");