CREATE TABLE "claims" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"vendor" text NOT NULL,
	"words" text NOT NULL,
	"channel" text NOT NULL,
	"role" text,
	"need" text,
	"feature_id" text,
	"link" text NOT NULL,
	"seen_on" text,
	"note" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"saved_at" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"archived_at" bigint
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"name" text NOT NULL,
	"page" text NOT NULL,
	"search" text NOT NULL,
	"saved_at" bigint NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claims_study" ON "claims" USING btree ("workspace_id","study_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("study_id","name");