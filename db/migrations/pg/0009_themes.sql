CREATE TABLE "theme_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"response_id" text NOT NULL,
	"question" text NOT NULL,
	"coder" text NOT NULL,
	"theme_ids" json NOT NULL,
	"coded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"name" text NOT NULL,
	"merged_into" text,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "theme_codes" ADD CONSTRAINT "theme_codes_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "theme_codes_reading" ON "theme_codes" USING btree ("response_id","question","coder");--> statement-breakpoint
CREATE INDEX "theme_codes_study" ON "theme_codes" USING btree ("workspace_id","study_id");--> statement-breakpoint
CREATE INDEX "themes_study" ON "themes" USING btree ("workspace_id","study_id");