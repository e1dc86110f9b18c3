// Messages 200 and 203 as a straightforward program on libxml2, xmlsec1 and SQLite takes them in:
//
//   xmlsec_peer (plain | caching) LIST ANCHORS.pem DATABASE MOMENT [THREADS [BATCH]]
//
// LIST names a file a line, MOMENT is the Unix time at which certificates must be valid. For each message: parse, and
// for each of its invoices find the fields, verify the seller's signature against the trusted certificates, insert
// under a unique index. Every thread takes a few files at a time and inserts them; whoever fills a transaction of BATCH
// messages commits it. A verdict an invoice goes to standard output after its commit; the last line counts them.
// `caching` works out each certificate's bytes once a thread.
#include "store.h"
#include "verifier.h"

#include <libxml/parser.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { share = 64 };  ///< Files a thread takes at a time, where the batch is no smaller.

struct verdict {
    const char *fault;  ///< NULL where it is accepted.
    struct invoice invoice;
};

/// What became of the invoices of one message.
struct verdicts {
    struct verdict *list;
    size_t count, room;
};

enum { most_invoices = 100000 };  ///< Of one message.

struct work {
    char **files;
    size_t count, share, batch;
    const char *anchors;
    time_t moment;
    bool caches;
    struct store store;
    pthread_mutex_t store_lock;
    atomic_size_t next;
    size_t accepted, refused;
    size_t open;       ///< Messages of the transaction that is open; none is where it is 0.
    char *spoken;      ///< Their verdicts, not printed before the commit.
    size_t spoken_size;
    FILE *speech;      ///< Writes into `spoken`.
};

static struct verdict *add(struct verdicts *verdicts)
{
    if (verdicts->count == most_invoices) fail("more than %d invoices in a message", most_invoices);
    if (verdicts->count == verdicts->room) {
        verdicts->room = verdicts->room * 2 + 1;
        verdicts->list = realloc(verdicts->list, verdicts->room * sizeof *verdicts->list);
        if (!verdicts->list) fail("out of memory");
    }
    return &verdicts->list[verdicts->count++];
}

static void judge(struct verifier *verifier, const char *file, struct verdicts *verdicts)
{
    xmlDoc *document = xmlReadFile(file, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlNode *invoice = document ? first_invoice(document) : NULL;
    verdicts->count = 0;
    if (!invoice) add(verdicts)->fault = document ? "it is no message 200 or 203 with an invoice" : "it cannot be read";
    bool is_of_many = invoice && next_invoice(invoice);
    if (invoice && !is_of_many) verify_begin(document);
    for (; invoice; invoice = next_invoice(invoice)) {
        struct message message = {0};
        struct verdict *verdict = add(verdicts);
        verdict->fault = find_parts(invoice, &message);
        if (!verdict->fault) verdict->fault = read_fields(&message, &verdict->invoice);
        if (!verdict->fault) verdict->fault = verify(verifier, &message, verdict->invoice.seller, is_of_many);
    }
    if (document) xmlFreeDoc(document);
}

/// The open transaction becomes durable, then its verdicts leave.
static void commit(struct work *work)
{
    if (work->open == 0) return;
    store_commit(&work->store);
    work->open = 0;
    fflush(work->speech);
    fwrite(work->spoken, 1, work->spoken_size, stdout);
    rewind(work->speech);
}

static void insert(struct work *work, size_t first, size_t count, struct verdicts *verdicts)
{
    pthread_mutex_lock(&work->store_lock);
    if (work->open == 0) store_begin(&work->store);
    for (size_t place = 0; place < count; place++) {
        for (size_t each = 0; each < verdicts[place].count; each++) {
            struct verdict *verdict = &verdicts[place].list[each];
            int64_t id = (int64_t)((first + place) * most_invoices + each + 1);
            if (!verdict->fault && !store_insert(&work->store, id, &verdict->invoice))
                verdict->fault = "the number is taken";
            const char *fault = verdict->fault;
            *(fault ? &work->refused : &work->accepted) += 1;
            fprintf(work->speech, "%s\t%s\t%zu%s%s\n", fault ? "refused" : "accepted", work->files[first + place],
                    each + 1, fault ? "\t" : "", fault ? fault : "");
        }
    }
    work->open += count;
    if (work->open >= work->batch) commit(work);
    pthread_mutex_unlock(&work->store_lock);
}

static void *take_in(void *argument)
{
    struct work *work = argument;
    struct verifier *verifier = verifier_create(work->anchors, work->moment, work->caches);
    struct verdicts *verdicts = calloc(work->share, sizeof *verdicts);
    if (!verdicts) fail("out of memory");
    for (;;) {
        size_t first = atomic_fetch_add(&work->next, work->share);
        if (first >= work->count) break;
        size_t count = work->count - first < work->share ? work->count - first : work->share;
        for (size_t place = 0; place < count; place++) judge(verifier, work->files[first + place], &verdicts[place]);
        insert(work, first, count, verdicts);
    }
    for (size_t place = 0; place < work->share; place++) free(verdicts[place].list);
    free(verdicts);
    verifier_free(verifier);
    return NULL;
}

static void read_list(const char *path, struct work *work)
{
    FILE *list = fopen(path, "r");
    if (!list) fail("%s cannot be read", path);
    char *line = NULL;
    size_t size = 0, room = 0;
    for (ssize_t length; (length = getline(&line, &size, list)) > 0;) {
        if (line[length - 1] == '\n') line[length - 1] = 0;
        if (work->count == room) work->files = realloc(work->files, (room = room * 2 + 1024) * sizeof *work->files);
        if (!work->files || !(work->files[work->count++] = strdup(line))) fail("out of memory");
    }
    free(line);
    fclose(list);
    if (work->count == 0) fail("%s names no file", path);
}

static long positive(const char *text, const char *what)
{
    char *end = NULL;
    long value = strtol(text, &end, 10);
    if (value <= 0 || *end) fail("%s must be a positive number, not %s", what, text);
    return value;
}

int main(int count, char **arguments)
{
    bool caches = count > 1 && strcmp(arguments[1], "caching") == 0;
    if (count < 6 || count > 8 || (!caches && strcmp(arguments[1], "plain") != 0))
        fail("xmlsec_peer (plain | caching) LIST ANCHORS.pem DATABASE MOMENT [THREADS [BATCH]]");
    struct work work = {.anchors = arguments[3], .caches = caches, .store_lock = PTHREAD_MUTEX_INITIALIZER};
    work.moment = positive(arguments[5], "MOMENT");
    long threads = count > 6 ? positive(arguments[6], "THREADS") : 1;
    work.batch = (size_t)(count > 7 ? positive(arguments[7], "BATCH") : 256);
    if (threads > 256 || work.batch > 100000) fail("at most 256 threads and batches of 100000");
    work.share = work.batch < share ? work.batch : share;
    work.speech = open_memstream(&work.spoken, &work.spoken_size);
    if (!work.speech) fail("out of memory");
    read_list(arguments[2], &work);
    verifier_library_start();
    store_create(&work.store, arguments[4]);

    pthread_t others[256];
    for (long place = 1; place < threads; place++)
        if (pthread_create(&others[place], NULL, take_in, &work) != 0) fail("no more threads");
    take_in(&work);
    for (long place = 1; place < threads; place++) pthread_join(others[place], NULL);
    commit(&work);

    store_close(&work.store);
    fclose(work.speech);
    free(work.spoken);
    printf("{\"accepted\":%zu,\"refused\":%zu}\n", work.accepted, work.refused);
    verifier_library_end();
    for (size_t place = 0; place < work.count; place++) free(work.files[place]);
    free(work.files);
    return fflush(stdout) == 0 ? 0 : 2;
}
