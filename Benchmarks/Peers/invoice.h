// What the peers keep of one invoice, and where they find it in a message 200 or 203.
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

/// The elements of one invoice that matter.
struct message {
    xmlNode *invoice;    ///< HDon
    xmlNode *content;    ///< DLHDon
    xmlNode *signature;  ///< DSCKS/NBan/Signature
};

/// The first child element of that name, or NULL. `node` may be NULL.
xmlNode *child(xmlNode *node, const char *name);

/// The first invoice of a message 200 or 203, NULL where it is none; others are its next siblings.
xmlNode *first_invoice(xmlDoc *document);

/// The next element of the same name, or NULL.
xmlNode *next_invoice(xmlNode *invoice);

/// Finds the parts of an invoice; NULL, or a sentence on what is missing.
const char *find_parts(xmlNode *invoice, struct message *message);

/// Reads the fields of the invoice; NULL, or a sentence on what is wrong.
const char *read_fields(const struct message *message, struct invoice *invoice);

#endif
