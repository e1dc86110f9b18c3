// The seller's signature by xmlsec1: one verifier a thread.
#ifndef PEERS_VERIFIER_H
#define PEERS_VERIFIER_H

#include "invoice.h"

#include <time.h>

struct verifier;

/// Once in the process, before any thread is made.
void verifier_library_start(void);
void verifier_library_end(void);

/// Trusts the certificates of a PEM file; `moment` is when certificates must be valid. Ends the process on failure.
///
/// With `caches`, what a certificate's bytes mean (chain checked, owner, key) is worked out once.
struct verifier *verifier_create(const char *anchors, time_t moment, bool caches);
void verifier_free(struct verifier *verifier);

/// Makes the Ids of a document known, once before what is in it is verified.
void verify_begin(xmlDoc *document);

/// NULL where the signature of the seller `seller` over `DLHDon` holds, or a sentence on why not. `is_of_many`: whether
/// the message holds other invoices too.
const char *verify(struct verifier *verifier, const struct message *message, const char *seller, bool is_of_many);

#endif
