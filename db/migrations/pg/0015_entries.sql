CREATE TABLE "entry_states" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"revision" integer NOT NULL,
	"content" json,
	"saved_at" bigint NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "theme_id" text;--> statement-breakpoint
ALTER TABLE "entry_states" ADD CONSTRAINT "entry_states_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "entry_states_revision" ON "entry_states" USING btree ("workspace_id","study_id","kind","key","revision");