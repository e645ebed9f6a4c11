CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"company_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"contact_key" text NOT NULL,
	"chain_roles" json NOT NULL,
	"primary_role" text NOT NULL,
	"language" text,
	"tags" json NOT NULL,
	"consent_at" bigint,
	"opted_out_at" bigint,
	"anonymised_at" bigint,
	"import_id" text,
	"referred_by_contact_id" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"kind" text NOT NULL,
	"study_id" text,
	"collector_id" text,
	"file_name" text NOT NULL,
	"shape" text NOT NULL,
	"mapping" json NOT NULL,
	"rows" json,
	"counts" json,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"finished_at" bigint,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"wave_id" text NOT NULL,
	"collector_id" text NOT NULL,
	"questionnaire_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"company_id" text NOT NULL,
	"role" text NOT NULL,
	"token" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"sent_at" bigint,
	"opened_at" bigint,
	"started_at" bigint,
	"completed_at" bigint,
	"bounced_at" bigint,
	"refused_at" bigint,
	"refused_reason" text DEFAULT '' NOT NULL,
	"ask_again_at" bigint,
	"expires_at" bigint
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"wave_id" text NOT NULL,
	"company_id" text NOT NULL,
	"response_id" text NOT NULL,
	"from_contact_id" text,
	"role" text NOT NULL,
	"how" text NOT NULL,
	"contact_id" text NOT NULL,
	"invitation_id" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "collectors" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "collectors" ADD COLUMN "opens_at" bigint;--> statement-breakpoint
ALTER TABLE "collectors" ADD COLUMN "closes_at" bigint;--> statement-breakpoint
ALTER TABLE "collectors" ADD COLUMN "cap" integer;--> statement-breakpoint
ALTER TABLE "collectors" ADD COLUMN "password_hash" text;--> statement-breakpoint
ALTER TABLE "collectors" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "collectors" ADD COLUMN "one_per_device" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "collectors" ADD COLUMN "embed_origins" json DEFAULT '[]'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "import_id" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "left_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "ends_at" bigint;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "targets" json;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "stop_rules" json;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "declared_at" bigint;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_key" ON "contacts" USING btree ("workspace_id","contact_key");--> statement-breakpoint
CREATE INDEX "contacts_company" ON "contacts" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "contacts_email" ON "contacts" USING btree ("workspace_id","email");--> statement-breakpoint
CREATE INDEX "contacts_import" ON "contacts" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "imports_workspace" ON "imports" USING btree ("workspace_id","kind","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_once" ON "invitations" USING btree ("contact_id","questionnaire_id","wave_id");--> statement-breakpoint
CREATE INDEX "invitations_study" ON "invitations" USING btree ("workspace_id","study_id","wave_id");--> statement-breakpoint
CREATE INDEX "invitations_company" ON "invitations" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "referrals_once" ON "referrals" USING btree ("response_id","contact_id");--> statement-breakpoint
CREATE INDEX "referrals_study" ON "referrals" USING btree ("workspace_id","study_id","company_id");--> statement-breakpoint
CREATE INDEX "responses_collector" ON "responses" USING btree ("collector_id");--> statement-breakpoint
CREATE INDEX "responses_contact" ON "responses" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "responses_import" ON "responses" USING btree ("import_id");