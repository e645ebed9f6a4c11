CREATE TABLE "collectors" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"wave_id" text NOT NULL,
	"kind" text NOT NULL,
	"questionnaire_id" text,
	"token" text NOT NULL,
	"created_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"size" text,
	"industry" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comparison_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"stale_days" integer NOT NULL,
	"own_plans" json NOT NULL,
	"overrides" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "competitors" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"status" text DEFAULT 'rival' NOT NULL,
	"positioning" text DEFAULT '' NOT NULL,
	"segments" text DEFAULT '' NOT NULL,
	"plans" json NOT NULL,
	"links" json NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"archived_at" bigint
);
--> statement-breakpoint
CREATE TABLE "feature_cells" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"feature_id" text NOT NULL,
	"vendor" text NOT NULL,
	"revision" integer NOT NULL,
	"support" text NOT NULL,
	"quality" integer,
	"note" text NOT NULL,
	"source" text NOT NULL,
	"checked_on" text,
	"saved_at" bigint NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "features" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"category" text NOT NULL,
	"name" json NOT NULL,
	"description" text NOT NULL,
	"need" text,
	"asked" text,
	"position" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"archived_at" bigint
);
--> statement-breakpoint
CREATE TABLE "market_scenarios" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"name" text NOT NULL,
	"model" json NOT NULL,
	"seed" integer NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "member_invites" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"language" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questionnaire_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"questionnaire_id" text NOT NULL,
	"number" integer NOT NULL,
	"revision" integer NOT NULL,
	"json" json NOT NULL,
	"compiled" json NOT NULL,
	"published_at" bigint NOT NULL,
	"published_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questionnaires" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"role" text NOT NULL,
	"draft" json NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"wave_id" text NOT NULL,
	"collector_id" text NOT NULL,
	"questionnaire_id" text NOT NULL,
	"version_id" text NOT NULL,
	"role" text NOT NULL,
	"company_id" text,
	"key_hash" text NOT NULL,
	"language" text NOT NULL,
	"answers" json NOT NULL,
	"revision" integer NOT NULL,
	"page" text NOT NULL,
	"seconds" json NOT NULL,
	"started_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"completed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"member_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"device" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "studies" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"product" text NOT NULL,
	"description" text NOT NULL,
	"business_type" text NOT NULL,
	"stage" text NOT NULL,
	"industry" text NOT NULL,
	"target_market" text NOT NULL,
	"languages" json NOT NULL,
	"threshold" double precision NOT NULL,
	"min_uses" integer NOT NULL,
	"window_days" integer NOT NULL,
	"currency" text NOT NULL,
	"price_unit" json NOT NULL,
	"price_ladder" json NOT NULL,
	"sample" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"archived_at" bigint
);
--> statement-breakpoint
CREATE TABLE "waves" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"number" integer NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"showcase" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comparison_settings" ADD CONSTRAINT "comparison_settings_id_studies_id_fk" FOREIGN KEY ("id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competitors" ADD CONSTRAINT "competitors_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feature_cells" ADD CONSTRAINT "feature_cells_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feature_cells" ADD CONSTRAINT "feature_cells_feature_id_features_id_fk" FOREIGN KEY ("feature_id") REFERENCES "public"."features"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "features" ADD CONSTRAINT "features_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invites" ADD CONSTRAINT "member_invites_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_versions" ADD CONSTRAINT "questionnaire_versions_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "collectors_token" ON "collectors" USING btree ("token");--> statement-breakpoint
CREATE INDEX "collectors_study" ON "collectors" USING btree ("study_id");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_name" ON "companies" USING btree ("workspace_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "competitors_key" ON "competitors" USING btree ("study_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "feature_cells_revision" ON "feature_cells" USING btree ("study_id","feature_id","vendor","revision");--> statement-breakpoint
CREATE INDEX "feature_cells_study" ON "feature_cells" USING btree ("workspace_id","study_id");--> statement-breakpoint
CREATE INDEX "features_study" ON "features" USING btree ("workspace_id","study_id");--> statement-breakpoint
CREATE INDEX "market_scenarios_study" ON "market_scenarios" USING btree ("workspace_id","study_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_invites_token" ON "member_invites" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "member_invites_workspace" ON "member_invites" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "members" USING btree ("email");--> statement-breakpoint
CREATE INDEX "members_workspace" ON "members" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_versions_number" ON "questionnaire_versions" USING btree ("questionnaire_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaires_role" ON "questionnaires" USING btree ("study_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_key" ON "responses" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "responses_study" ON "responses" USING btree ("workspace_id","study_id","completed_at");--> statement-breakpoint
CREATE INDEX "responses_company" ON "responses" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_member" ON "sessions" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_subject" ON "sign_in_attempts" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "studies_workspace" ON "studies" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "waves_number" ON "waves" USING btree ("study_id","number");