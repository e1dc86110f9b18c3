// What the peers keep of one invoice, and where they find it in a message 200.
#ifndef PEERS_INVOICE_H
#define PEERS_INVOICE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

enum { seller_size = 16, symbol_size = 8, day_size = 11, currency_size = 4 };

/// One row. Amounts are millionths of the currency's unit.
struct invoice {
    char seller[seller_size];
    char symbol[symbol_size];
    char day[day_size];
    char currency[currency_size];
    int64_t form;
    int64_t number;
    int64_t net;
    int64_t tax;
    int64_t total;
};

/// The elements of one message that matter.
struct message {
    xmlNode *invoice;    ///< HDon
    xmlNode *content;    ///< DLHDon
    xmlNode *signature;  ///< DSCKS/NBan/Signature
};

/// The first child element of that name, or NULL. `node` may be NULL.
xmlNode *child(xmlNode *node, const char *name);

/// Finds the parts of a message 200; NULL, or a sentence on what is missing.
const char *find_parts(xmlDoc *document, struct message *message);

/// Reads the fields of the invoice; NULL, or a sentence on what is wrong.
const char *read_fields(const struct message *message, struct invoice *invoice);

#endif
