PRAGMA application_id = 1903520122;
PRAGMA user_version = 8;
BEGIN TRANSACTION;
CREATE TABLE anki_notes (
	id INTEGER NOT NULL, 
	guid TEXT NOT NULL, 
	deck_id BIGINT NOT NULL, 
	style TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	ordinals TEXT NOT NULL, 
	content_hash TEXT NOT NULL, 
	modified BIGINT NOT NULL, 
	CONSTRAINT pk_anki_notes PRIMARY KEY (id), 
	CONSTRAINT fk_anki_notes_deck_id FOREIGN KEY(deck_id) REFERENCES decks (id)
);
CREATE TABLE cards (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	deck_id BIGINT NOT NULL, 
	fact_id BIGINT NOT NULL, 
	position INTEGER NOT NULL, 
	number INTEGER DEFAULT 0 NOT NULL, 
	file TEXT NOT NULL, 
	line INTEGER NOT NULL, 
	"column" INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	key_hash TEXT NOT NULL, 
	items_hash TEXT NOT NULL, 
	content_hash TEXT NOT NULL, 
	changed_at BIGINT NOT NULL, 
	rekeyed_at BIGINT, 
	retired_at BIGINT, 
	CONSTRAINT pk_cards PRIMARY KEY (id), 
	CONSTRAINT fk_cards_deck_id FOREIGN KEY(deck_id) REFERENCES decks (id), 
	CONSTRAINT fk_cards_fact_id FOREIGN KEY(fact_id) REFERENCES facts (id)
);
INSERT INTO "cards" VALUES(1637680015821846603,'capitals/chad/answer',7453130945989069493,222528287156822293,2,1,'capitals.yaml',1,1,'["Paris"]','Paris','5d2e33b54c850d371bd0256f659f835b','ac487d7c4fd213e6f3261dfa33542c51',1772442000000,NULL,1772528400000);
INSERT INTO "cards" VALUES(4769463846812233766,'capitals/peru/answer',7453130945989069493,2535965249421574632,1,1,'capitals.yaml',1,1,'["Paris"]','Paris','08a07a0ed98f022b1684d73d68d8beb0','ac487d7c4fd213e6f3261dfa33542c51',1772442000000,NULL,NULL);
INSERT INTO "cards" VALUES(6329473611090869734,'capitals/france/answer',7453130945989069493,975537953671346470,0,1,'capitals.yaml',1,1,'["Lyon"]','Lyon','e9357b1a54cb0c18c53c9b29cc8c82aa','bde62a0b5f10bb5267d08034cb8e1836',1772528400000,1772528400000,NULL);
CREATE TABLE days (
	learner_id BIGINT NOT NULL, 
	day INTEGER NOT NULL, 
	deck_id BIGINT NOT NULL, 
	reviews INTEGER NOT NULL, 
	correct INTEGER NOT NULL, 
	milliseconds BIGINT NOT NULL, 
	passed INTEGER NOT NULL, 
	failed INTEGER NOT NULL, 
	CONSTRAINT pk_days PRIMARY KEY (learner_id, day, deck_id), 
	CONSTRAINT fk_days_learner_id FOREIGN KEY(learner_id) REFERENCES learners (id), 
	CONSTRAINT fk_days_deck_id FOREIGN KEY(deck_id) REFERENCES decks (id)
)
 WITHOUT ROWID

;
INSERT INTO "days" VALUES(781494526275158675,739677,7453130945989069493,3,3,12000,1,0);
CREATE TABLE deck_paths (
	path TEXT NOT NULL, 
	added_at BIGINT NOT NULL, 
	CONSTRAINT pk_deck_paths PRIMARY KEY (path)
);
INSERT INTO "deck_paths" VALUES('/decks/capitals.yaml',1772442000000);
CREATE TABLE decks (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	title TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	settings TEXT NOT NULL, 
	lexicon TEXT NOT NULL, 
	files TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	retired_at BIGINT, 
	CONSTRAINT pk_decks PRIMARY KEY (id)
);
INSERT INTO "decks" VALUES(7453130945989069493,'capitals','Capitals',0,'{"formats":[],"introduce":false,"retention":null,"new_per_day":null,"reviews_per_day":null}','[]','[]','',NULL);
CREATE TABLE exam_grants (
	learner_id BIGINT NOT NULL, 
	sitting_id BIGINT NOT NULL, 
	position INTEGER NOT NULL, 
	granted_at BIGINT NOT NULL, 
	granted_by TEXT NOT NULL, 
	taken_back_at BIGINT, 
	CONSTRAINT pk_exam_grants PRIMARY KEY (learner_id, sitting_id, position, granted_at), 
	CONSTRAINT fk_exam_grants_learner_id_sitting_id FOREIGN KEY(learner_id, sitting_id) REFERENCES sittings (learner_id, id)
)
 WITHOUT ROWID

;
INSERT INTO "exam_grants" VALUES(781494526275158675,1858555242086796875,0,1772460000000,'bea',NULL);
CREATE TABLE exam_responses (
	learner_id BIGINT NOT NULL, 
	sitting_id BIGINT NOT NULL, 
	position INTEGER NOT NULL, 
	response TEXT, 
	milliseconds INTEGER NOT NULL, 
	is_flagged BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_exam_responses PRIMARY KEY (learner_id, sitting_id, position), 
	CONSTRAINT fk_exam_responses_learner_id_sitting_id FOREIGN KEY(learner_id, sitting_id) REFERENCES sittings (learner_id, id)
)
 WITHOUT ROWID

;
INSERT INTO "exam_responses" VALUES(781494526275158675,1858555242086796875,0,NULL,0,0);
CREATE TABLE exams (
	learner_id BIGINT NOT NULL, 
	sitting_id BIGINT NOT NULL, 
	form TEXT NOT NULL, 
	limit_seconds INTEGER, 
	CONSTRAINT pk_exams PRIMARY KEY (learner_id, sitting_id), 
	CONSTRAINT fk_exams_learner_id_sitting_id FOREIGN KEY(learner_id, sitting_id) REFERENCES sittings (learner_id, id)
)
 WITHOUT ROWID

;
INSERT INTO "exams" VALUES(781494526275158675,1858555242086796875,'form',NULL);
CREATE TABLE facts (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	deck_id BIGINT NOT NULL, 
	confusable TEXT NOT NULL, 
	CONSTRAINT pk_facts PRIMARY KEY (id), 
	CONSTRAINT fk_facts_deck_id FOREIGN KEY(deck_id) REFERENCES decks (id)
);
INSERT INTO "facts" VALUES(222528287156822293,'capitals/chad',7453130945989069493,'[]');
INSERT INTO "facts" VALUES(975537953671346470,'capitals/france',7453130945989069493,'[]');
INSERT INTO "facts" VALUES(2535965249421574632,'capitals/peru',7453130945989069493,'[]');
CREATE TABLE flags (
	learner_id BIGINT NOT NULL, 
	card_id BIGINT NOT NULL, 
	flagged_at BIGINT NOT NULL, 
	why TEXT NOT NULL, 
	cleared_at BIGINT, 
	CONSTRAINT pk_flags PRIMARY KEY (learner_id, card_id), 
	CONSTRAINT fk_flags_learner_id FOREIGN KEY(learner_id) REFERENCES learners (id), 
	CONSTRAINT fk_flags_card_id FOREIGN KEY(card_id) REFERENCES cards (id)
)
 WITHOUT ROWID

;
INSERT INTO "flags" VALUES(781494526275158675,4769463846812233766,1772442000000,'unclear',1772445600000);
CREATE TABLE former_keys (
	card_id BIGINT NOT NULL, 
	until BIGINT NOT NULL, 
	"key" TEXT NOT NULL, 
	CONSTRAINT pk_former_keys PRIMARY KEY (card_id, until), 
	CONSTRAINT fk_former_keys_card_id FOREIGN KEY(card_id) REFERENCES cards (id)
);
INSERT INTO "former_keys" VALUES(6329473611090869734,1772528400000,'["Paris"]');
CREATE TABLE hidings (
	learner_id BIGINT NOT NULL, 
	id BIGINT NOT NULL, 
	card_id BIGINT NOT NULL, 
	was_suspended BOOLEAN DEFAULT 0 NOT NULL, 
	was_buried_until BIGINT, 
	CONSTRAINT pk_hidings PRIMARY KEY (learner_id, id, card_id), 
	CONSTRAINT fk_hidings_learner_id FOREIGN KEY(learner_id) REFERENCES learners (id), 
	CONSTRAINT fk_hidings_card_id FOREIGN KEY(card_id) REFERENCES cards (id)
)
 WITHOUT ROWID

;
CREATE TABLE identity (
	id TEXT NOT NULL, 
	CONSTRAINT pk_identity PRIMARY KEY (id)
);
INSERT INTO "identity" VALUES('69007a442255ae65a3b2940660e46e7b');
CREATE TABLE items (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	card_id BIGINT NOT NULL, 
	position INTEGER NOT NULL, 
	format TEXT NOT NULL, 
	tags TEXT NOT NULL, 
	may_be_examined BOOLEAN NOT NULL, 
	content TEXT NOT NULL, 
	content_hash TEXT NOT NULL, 
	retired_at BIGINT, 
	CONSTRAINT pk_items PRIMARY KEY (id), 
	CONSTRAINT fk_items_card_id FOREIGN KEY(card_id) REFERENCES cards (id)
);
INSERT INTO "items" VALUES(4857013805097713722,'capitals/peru/answer/typed',4769463846812233766,0,'typed','[]',1,'{"id":"capitals/peru/answer/typed","deck":"capitals","fact":"capitals/peru","card":"capitals/peru/answer","format":"typed","stem":"What is the capital of France?","key":["Paris"],"expected":["term","Paris",[],[],[]],"place":["capitals.yaml",1,1],"options":[],"prompts":[],"has_fixed_order":false,"accepted":[],"why":"","mnemonic":"","sentence":"","sources":[],"tags":[],"may_be_examined":true,"content_hash":"What is the capital of France?|Paris","key_hash":"Paris"}','What is the capital of France?|Paris',NULL);
INSERT INTO "items" VALUES(6737642864799585122,'capitals/chad/answer/typed',1637680015821846603,0,'typed','[]',1,'{"id":"capitals/chad/answer/typed","deck":"capitals","fact":"capitals/chad","card":"capitals/chad/answer","format":"typed","stem":"What is the capital of France?","key":["Paris"],"expected":["term","Paris",[],[],[]],"place":["capitals.yaml",1,1],"options":[],"prompts":[],"has_fixed_order":false,"accepted":[],"why":"","mnemonic":"","sentence":"","sources":[],"tags":[],"may_be_examined":true,"content_hash":"What is the capital of France?|Paris","key_hash":"Paris"}','What is the capital of France?|Paris',NULL);
INSERT INTO "items" VALUES(7518411662681463233,'capitals/france/answer/typed',6329473611090869734,0,'typed','[]',1,'{"id":"capitals/france/answer/typed","deck":"capitals","fact":"capitals/france","card":"capitals/france/answer","format":"typed","stem":"What is the capital of France?","key":["Lyon"],"expected":["term","Lyon",[],[],[]],"place":["capitals.yaml",1,1],"options":[],"prompts":[],"has_fixed_order":false,"accepted":[],"why":"","mnemonic":"","sentence":"","sources":[],"tags":[],"may_be_examined":true,"content_hash":"What is the capital of France?|Lyon","key_hash":"Lyon"}','What is the capital of France?|Lyon',NULL);
CREATE TABLE judged_answers (
	learner_id BIGINT NOT NULL, 
	run_key TEXT NOT NULL, 
	answered_at BIGINT NOT NULL, 
	card_id BIGINT NOT NULL, 
	item_id BIGINT NOT NULL, 
	day INTEGER NOT NULL, 
	mode TEXT NOT NULL, 
	format TEXT NOT NULL, 
	response TEXT NOT NULL, 
	shown TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	graded TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	rating INTEGER, 
	counts BOOLEAN NOT NULL, 
	hints INTEGER NOT NULL, 
	milliseconds INTEGER NOT NULL, 
	item_hash TEXT NOT NULL, 
	seed BIGINT NOT NULL, 
	sitting_id BIGINT, 
	position INTEGER NOT NULL, 
	tries INTEGER DEFAULT 1 NOT NULL, 
	first TEXT DEFAULT 'right' NOT NULL, 
	asked TEXT, 
	review_id BIGINT, 
	CONSTRAINT pk_judged_answers PRIMARY KEY (learner_id, run_key), 
	CONSTRAINT fk_judged_answers_learner_id FOREIGN KEY(learner_id) REFERENCES learners (id), 
	CONSTRAINT fk_judged_answers_card_id FOREIGN KEY(card_id) REFERENCES cards (id), 
	CONSTRAINT fk_judged_answers_item_id FOREIGN KEY(item_id) REFERENCES items (id)
)
 WITHOUT ROWID

;
INSERT INTO "judged_answers" VALUES(781494526275158675,'023c2a84ea422f89',1772449200000,4769463846812233766,4857013805097713722,739677,'study','typed','"Paris"','[]','correct','correct','same',3,1,0,4000,'hash',7,NULL,0,1,'right',NULL,NULL);
CREATE TABLE learners (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_learners PRIMARY KEY (id)
);
INSERT INTO "learners" VALUES(781494526275158675,'ada');
CREATE TABLE memories (
	learner_id BIGINT NOT NULL, 
	card_id BIGINT NOT NULL, 
	deck_id BIGINT NOT NULL, 
	state TEXT, 
	step INTEGER, 
	stability FLOAT, 
	difficulty FLOAT, 
	due BIGINT, 
	last_review BIGINT, 
	reps INTEGER DEFAULT 0 NOT NULL, 
	lapses INTEGER DEFAULT 0 NOT NULL, 
	last_format TEXT, 
	is_suspended BOOLEAN DEFAULT 0 NOT NULL, 
	suspended_at BIGINT, 
	is_marked BOOLEAN DEFAULT 0 NOT NULL, 
	marked_at BIGINT, 
	buried_until BIGINT, 
	buried_at BIGINT, 
	CONSTRAINT pk_memories PRIMARY KEY (learner_id, card_id), 
	CONSTRAINT ck_memories_state CHECK (state IN ('learning', 'review', 'relearning')), 
	CONSTRAINT ck_memories_whole CHECK ((state IS NULL AND stability IS NULL AND difficulty IS NULL AND due IS NULL AND last_review IS NULL) OR (state IS NOT NULL AND stability > 0 AND difficulty BETWEEN 1 AND 10 AND due IS NOT NULL AND last_review IS NOT NULL)), 
	CONSTRAINT fk_memories_learner_id FOREIGN KEY(learner_id) REFERENCES learners (id), 
	CONSTRAINT fk_memories_card_id FOREIGN KEY(card_id) REFERENCES cards (id), 
	CONSTRAINT fk_memories_deck_id FOREIGN KEY(deck_id) REFERENCES decks (id)
)
 WITHOUT ROWID

;
INSERT INTO "memories" VALUES(781494526275158675,1637680015821846603,7453130945989069493,'learning',0,0.212,6.4133,1772442060000,1772442000000,1,0,'typed',0,NULL,0,NULL,NULL,NULL);
INSERT INTO "memories" VALUES(781494526275158675,4769463846812233766,7453130945989069493,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,1,1772442000000,1,1772442000000,NULL,NULL);
INSERT INTO "memories" VALUES(781494526275158675,6329473611090869734,7453130945989069493,'review',NULL,8.2956,1.0,1773115200000,1772445600000,2,0,'typed',0,NULL,0,NULL,NULL,NULL);
CREATE TABLE plans (
	learner_id BIGINT NOT NULL, 
	deck_id BIGINT NOT NULL, 
	until INTEGER NOT NULL, 
	new_per_day INTEGER NOT NULL, 
	expected FLOAT NOT NULL, 
	CONSTRAINT pk_plans PRIMARY KEY (learner_id, deck_id), 
	CONSTRAINT fk_plans_learner_id FOREIGN KEY(learner_id) REFERENCES learners (id), 
	CONSTRAINT fk_plans_deck_id FOREIGN KEY(deck_id) REFERENCES decks (id)
)
 WITHOUT ROWID

;
INSERT INTO "plans" VALUES(781494526275158675,7453130945989069493,739707,7,0.9);
CREATE TABLE reviews (
	learner_id BIGINT NOT NULL, 
	id BIGINT NOT NULL, 
	card_id BIGINT NOT NULL, 
	item_id BIGINT, 
	day INTEGER NOT NULL, 
	mode TEXT NOT NULL, 
	format TEXT NOT NULL, 
	response TEXT NOT NULL, 
	shown TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	graded TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	rating INTEGER, 
	counts BOOLEAN NOT NULL, 
	hints INTEGER NOT NULL, 
	milliseconds INTEGER NOT NULL, 
	item_hash TEXT NOT NULL, 
	seed BIGINT NOT NULL, 
	sitting_id BIGINT, 
	position INTEGER NOT NULL, 
	tries INTEGER DEFAULT 1 NOT NULL, 
	first TEXT DEFAULT 'right' NOT NULL, 
	asked TEXT, 
	scheduling_id BIGINT NOT NULL, 
	predicted FLOAT, 
	before_state TEXT, 
	before_step INTEGER, 
	before_stability FLOAT, 
	before_difficulty FLOAT, 
	before_due BIGINT, 
	before_last_review BIGINT, 
	before_reps INTEGER NOT NULL, 
	before_lapses INTEGER NOT NULL, 
	before_format TEXT, 
	after_state TEXT, 
	after_step INTEGER, 
	after_stability FLOAT, 
	after_difficulty FLOAT, 
	after_due BIGINT, 
	after_lapses INTEGER, 
	undone_at BIGINT, 
	CONSTRAINT pk_reviews PRIMARY KEY (learner_id, id), 
	CONSTRAINT fk_reviews_learner_id_sitting_id FOREIGN KEY(learner_id, sitting_id) REFERENCES sittings (learner_id, id), 
	CONSTRAINT ck_reviews_mode CHECK (mode IN ('study', 'quiz', 'exam', 'imported')), 
	CONSTRAINT ck_reviews_verdict CHECK (verdict IN ('correct', 'close', 'wrong')), 
	CONSTRAINT ck_reviews_graded CHECK (graded IN ('correct', 'close', 'wrong')), 
	CONSTRAINT ck_reviews_rating CHECK (rating BETWEEN 1 AND 4), 
	CONSTRAINT ck_reviews_before_state CHECK (before_state IN ('learning', 'review', 'relearning')), 
	CONSTRAINT ck_reviews_after_state CHECK (after_state IN ('learning', 'review', 'relearning')), 
	CONSTRAINT fk_reviews_learner_id FOREIGN KEY(learner_id) REFERENCES learners (id), 
	CONSTRAINT fk_reviews_card_id FOREIGN KEY(card_id) REFERENCES cards (id), 
	CONSTRAINT fk_reviews_item_id FOREIGN KEY(item_id) REFERENCES items (id), 
	CONSTRAINT fk_reviews_scheduling_id FOREIGN KEY(scheduling_id) REFERENCES schedulings (id)
)
 WITHOUT ROWID

;
INSERT INTO "reviews" VALUES(781494526275158675,1858540142592079947,1637680015821846603,6737642864799585122,739677,'study','typed','"Paris"','[]','correct','correct','same',1,1,0,4000,'hash',7,NULL,0,1,'right',NULL,4911647967136049339,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,'learning',0,0.212,6.4133,1772442060000,0,NULL);
INSERT INTO "reviews" VALUES(781494526275158675,1858540142592507366,6329473611090869734,7518411662681463233,739677,'study','typed','"Paris"','[]','correct','correct','same',4,1,0,4000,'hash',7,NULL,0,1,'right',NULL,4911647967136049339,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,'review',NULL,8.2956,1.0,1773115200000,0,NULL);
INSERT INTO "reviews" VALUES(781494526275158675,1858540457164879947,1637680015821846603,6737642864799585122,739677,'study','typed','"Paris"','[]','correct','correct','same',3,1,0,4000,'hash',7,NULL,0,1,'right',NULL,4911647967136049339,1.0,'learning',0,0.212,6.4133,1772442060000,1772442000000,1,0,'typed','learning',1,2.46689187775672724711e-01,6.40211506929683782374e+00,1772442900000,0,1772442360000);
INSERT INTO "reviews" VALUES(781494526275158675,1858543917466107366,6329473611090869734,7518411662681463233,739677,'quiz','typed','"Paris"','[]','correct','correct','same',3,1,0,4000,'hash',7,1858540142592369434,0,2,'more','yes',4911647967136049339,1.0,'review',NULL,8.2956,1.0,1773115200000,1772442000000,1,0,'typed','review',NULL,8.2956,1.0,1773115200000,0,NULL);
CREATE TABLE schedulings (
	id INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_schedulings PRIMARY KEY (id)
);
INSERT INTO "schedulings" VALUES(4911647967136049339,'{"retention":0.9,"learning_steps":[60.0,600.0],"relearning_steps":[600.0],"maximum_interval_days":36500,"parameters":[],"zone":"UTC","rollover_hour":4}');
CREATE TABLE settings (
	learner_id BIGINT NOT NULL, 
	deck_id BIGINT NOT NULL, 
	settings TEXT NOT NULL, 
	parameters TEXT NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY (learner_id, deck_id), 
	CONSTRAINT fk_settings_learner_id FOREIGN KEY(learner_id) REFERENCES learners (id), 
	CONSTRAINT fk_settings_deck_id FOREIGN KEY(deck_id) REFERENCES decks (id)
)
 WITHOUT ROWID

;
INSERT INTO "settings" VALUES(781494526275158675,7453130945989069493,'{"formats":[],"introduce":false,"retention":null,"new_per_day":7,"reviews_per_day":null}','[]');
CREATE TABLE sitting_items (
	learner_id BIGINT NOT NULL, 
	sitting_id BIGINT NOT NULL, 
	position INTEGER NOT NULL, 
	item_id BIGINT NOT NULL, 
	verdict TEXT, 
	CONSTRAINT pk_sitting_items PRIMARY KEY (learner_id, sitting_id, position), 
	CONSTRAINT fk_sitting_items_learner_id_sitting_id FOREIGN KEY(learner_id, sitting_id) REFERENCES sittings (learner_id, id), 
	CONSTRAINT ck_sitting_items_verdict CHECK (verdict IN ('correct', 'close', 'wrong')), 
	CONSTRAINT fk_sitting_items_item_id FOREIGN KEY(item_id) REFERENCES items (id)
)
 WITHOUT ROWID

;
INSERT INTO "sitting_items" VALUES(781494526275158675,1858540142592369434,0,7518411662681463233,'correct');
INSERT INTO "sitting_items" VALUES(781494526275158675,1858555242086796875,0,7518411662681463233,NULL);
CREATE TABLE sittings (
	learner_id BIGINT NOT NULL, 
	id BIGINT NOT NULL, 
	mode TEXT NOT NULL, 
	title TEXT NOT NULL, 
	seed BIGINT NOT NULL, 
	counts BOOLEAN NOT NULL, 
	closed_at BIGINT, 
	CONSTRAINT pk_sittings PRIMARY KEY (learner_id, id), 
	CONSTRAINT ck_sittings_mode CHECK (mode IN ('quiz', 'exam')), 
	CONSTRAINT fk_sittings_learner_id FOREIGN KEY(learner_id) REFERENCES learners (id)
)
 WITHOUT ROWID

;
INSERT INTO "sittings" VALUES(781494526275158675,1858540142592369434,'quiz','Quiz',4,0,NULL);
INSERT INTO "sittings" VALUES(781494526275158675,1858555242086796875,'exam','Exam',4,1,NULL);
CREATE TABLE source_texts (
	source TEXT NOT NULL, 
	path TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	sentences INTEGER NOT NULL, 
	fingerprint TEXT NOT NULL, 
	declared TEXT NOT NULL, 
	attached_at BIGINT, 
	CONSTRAINT pk_source_texts PRIMARY KEY (source)
);
INSERT INTO "source_texts" VALUES('atlas','/papers/atlas.txt','ab',3,'','[]',1772442000000);
CREATE INDEX ix_facts_deck_id ON facts (deck_id);
CREATE INDEX ix_anki_notes_deck_id ON anki_notes (deck_id);
CREATE INDEX ix_cards_deck_id_retired_at_position ON cards (deck_id, retired_at, position);
CREATE INDEX ix_cards_fact_id ON cards (fact_id);
CREATE INDEX ix_cards_rekeyed ON cards (deck_id) WHERE rekeyed_at IS NOT NULL;
CREATE INDEX ix_items_card_id ON items (card_id);
CREATE INDEX ix_memories_due ON memories (learner_id, deck_id, due) WHERE due IS NOT NULL AND is_suspended IS 0;
COMMIT;
