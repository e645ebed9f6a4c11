CREATE TABLE "funnel_counts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"period" text NOT NULL,
	"channel" text NOT NULL,
	"counts" json NOT NULL,
	"recovered" integer,
	"referred" integer
);
--> statement-breakpoint
CREATE TABLE "market_sights" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"scenario_id" text NOT NULL,
	"number" integer NOT NULL,
	"seen_at" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	"seen" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "money_months" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"month" text NOT NULL,
	"revenue" double precision NOT NULL,
	"variable_cost" double precision NOT NULL,
	"fixed_cost" double precision NOT NULL,
	"funding" double precision NOT NULL,
	"acquisition" double precision,
	"customers" integer,
	"won" integer,
	"lost" integer
);
--> statement-breakpoint
CREATE TABLE "money_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"months_required" integer NOT NULL,
	"cash" double precision
);
--> statement-breakpoint
CREATE TABLE "opportunities" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"need" text NOT NULL,
	"role" text NOT NULL,
	"origin" text NOT NULL,
	"attribute" text,
	"problem" text,
	"words" text NOT NULL,
	"feature_id" text,
	"market" text NOT NULL,
	"opens" text NOT NULL,
	"status" text NOT NULL,
	"wave_number" integer,
	"revision" integer NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "renewal_cohorts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"study_id" text NOT NULL,
	"month" text NOT NULL,
	"started" integer NOT NULL,
	"renewed" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "funnel_counts" ADD CONSTRAINT "funnel_counts_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_sights" ADD CONSTRAINT "market_sights_scenario_id_market_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."market_scenarios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_months" ADD CONSTRAINT "money_months_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_settings" ADD CONSTRAINT "money_settings_id_studies_id_fk" FOREIGN KEY ("id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal_cohorts" ADD CONSTRAINT "renewal_cohorts_study_id_studies_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."studies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "funnel_counts_place" ON "funnel_counts" USING btree ("study_id","period","channel");--> statement-breakpoint
CREATE INDEX "funnel_counts_workspace" ON "funnel_counts" USING btree ("workspace_id","study_id");--> statement-breakpoint
CREATE UNIQUE INDEX "market_sights_number" ON "market_sights" USING btree ("scenario_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "money_months_month" ON "money_months" USING btree ("study_id","month");--> statement-breakpoint
CREATE INDEX "money_months_workspace" ON "money_months" USING btree ("workspace_id","study_id");--> statement-breakpoint
CREATE INDEX "opportunities_study" ON "opportunities" USING btree ("workspace_id","study_id");--> statement-breakpoint
CREATE UNIQUE INDEX "renewal_cohorts_month" ON "renewal_cohorts" USING btree ("study_id","month");--> statement-breakpoint
CREATE INDEX "renewal_cohorts_workspace" ON "renewal_cohorts" USING btree ("workspace_id","study_id");