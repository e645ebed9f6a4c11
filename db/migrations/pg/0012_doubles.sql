CREATE TABLE "company_names" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"company_id" text NOT NULL,
	"name_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "distinct_pairs" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"first_id" text NOT NULL,
	"second_id" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "changes" json;--> statement-breakpoint
ALTER TABLE "company_names" ADD CONSTRAINT "company_names_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "company_names_key" ON "company_names" USING btree ("workspace_id","name_key");--> statement-breakpoint
CREATE INDEX "company_names_company" ON "company_names" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "distinct_pairs_once" ON "distinct_pairs" USING btree ("workspace_id","first_id","second_id");