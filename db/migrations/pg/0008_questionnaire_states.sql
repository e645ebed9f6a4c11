CREATE TABLE "questionnaire_states" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"questionnaire_id" text NOT NULL,
	"revision" integer NOT NULL,
	"draft" json NOT NULL,
	"saved_at" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"stretch" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "questionnaire_states" ADD CONSTRAINT "questionnaire_states_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_states_stretch" ON "questionnaire_states" USING btree ("questionnaire_id","saved_by","stretch");