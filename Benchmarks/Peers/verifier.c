#include "verifier.h"

#include "store.h"

#include <libxml/hash.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>
#include <xmlsec/openssl/app.h>
#include <xmlsec/openssl/crypto.h>
#include <xmlsec/openssl/x509.h>
#include <xmlsec/errors.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>

enum { owner_size = 64 };

struct verifier {
    xmlSecKeysMngr *trusted;
    xmlHashTable *known;  ///< By the text of X509Certificate; NULL where nothing is cached.
    time_t moment;
};

/// A certificate that was checked.
struct known {
    xmlSecKey *key;
    char owner[owner_size];
};

void verifier_library_start(void)
{
    xmlInitParser();
    if (xmlSecInit() < 0 || xmlSecOpenSSLAppInit(NULL) < 0 || xmlSecOpenSSLInit() < 0) fail("xmlsec1 does not start");
    xmlSecErrorsSetCallback(NULL);
}

void verifier_library_end(void)
{
    xmlSecOpenSSLShutdown();
    xmlSecOpenSSLAppShutdown();
    xmlSecShutdown();
    xmlCleanupParser();
}

struct verifier *verifier_create(const char *anchors, time_t moment, bool caches)
{
    struct verifier *verifier = calloc(1, sizeof *verifier);
    BIO *file = BIO_new_file(anchors, "r");
    if (!verifier || !file) fail("%s cannot be read", anchors);
    verifier->moment = moment;
    verifier->known = caches ? xmlHashCreate(512) : NULL;
    verifier->trusted = xmlSecKeysMngrCreate();
    if (!verifier->trusted || xmlSecOpenSSLAppDefaultKeysMngrInit(verifier->trusted) < 0)
        fail("xmlsec1 makes no keys manager");
    int count = 0;
    for (X509 *each; (each = PEM_read_bio_X509(file, NULL, NULL, NULL)); count++) {
        unsigned char *der = NULL;
        int length = i2d_X509(each, &der);
        if (length < 0
            || xmlSecOpenSSLAppKeysMngrCertLoadMemory(verifier->trusted, der, (xmlSecSize)length,
                                                      xmlSecKeyDataFormatDer, xmlSecKeyDataTypeTrusted) < 0)
            fail("%s: xmlsec1 does not take certificate %d", anchors, count + 1);
        OPENSSL_free(der);
        X509_free(each);
    }
    BIO_free(file);
    if (count == 0) fail("%s holds no certificate", anchors);
    return verifier;
}

static void forget(void *payload, const xmlChar *name)
{
    (void)name;
    struct known *known = payload;
    xmlSecKeyDestroy(known->key);
    free(known);
}

void verifier_free(struct verifier *verifier)
{
    if (verifier->known) xmlHashFree(verifier->known, forget);
    xmlSecKeysMngrDestroy(verifier->trusted);
    free(verifier);
}

/// The UID of the certificate that came with the key, such as `MST:0100109106`.
static bool owner_of(xmlSecKey *key, char owner[owner_size])
{
    xmlSecKeyData *data = xmlSecKeyGetData(key, xmlSecOpenSSLKeyDataX509Id);
    X509 *certificate = data ? xmlSecOpenSSLKeyDataX509GetKeyCert(data) : NULL;
    if (!certificate) return false;
    return X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_userId, owner, owner_size) > 0;
}

static bool belongs_to(const char *owner, const char *seller)
{
    const char *colon = strchr(owner, ':');
    return strcmp(colon ? colon + 1 : owner, seller) == 0;
}

/// Whether one of the references that were checked is the whole `DLHDon`.
static bool covers(xmlSecDSigCtx *context, xmlNode *content)
{
    xmlChar *id = xmlGetNoNsProp(content, BAD_CAST "Id");
    bool found = false;
    xmlSecSize count = id ? xmlSecPtrListGetSize(&context->signedInfoReferences) : 0;
    for (xmlSecSize place = 0; place < count && !found; place++) {
        xmlSecDSigReferenceCtx *reference = xmlSecPtrListGetItem(&context->signedInfoReferences, place);
        found = reference && reference->uri && reference->uri[0] == '#' && xmlStrEqual(reference->uri + 1, id);
    }
    xmlFree(id);
    return found;
}

static void remember(struct verifier *verifier, const xmlChar *certificate, xmlSecKey *key, const char *owner)
{
    struct known *known = calloc(1, sizeof *known);
    if (!known) fail("out of memory");
    strcpy(known->owner, owner);
    // Only the public key: a copy of the whole would copy its certificate, and that is what takes long.
    known->key = xmlSecKeyCreate();
    xmlSecKeyData *value = xmlSecKeyDataDuplicate(xmlSecKeyGetValue(key));
    if (!known->key || !value || xmlSecKeySetValue(known->key, value) < 0) fail("out of memory");
    if (xmlHashAddEntry(verifier->known, certificate, known) < 0) fail("out of memory");
}

void verify_begin(xmlDoc *document)
{
    static const xmlChar *identifiers[] = {BAD_CAST "Id", NULL};
    xmlSecAddIDs(document, xmlDocGetRootElement(document), identifiers);
}

/// What xmlsec1 says of the signature as the document stands.
static const char *verify_in(struct verifier *verifier, const struct message *message, const char *seller)
{
    xmlNode *data = child(child(message->signature, "KeyInfo"), "X509Data");
    xmlChar *certificate = verifier->known ? xmlNodeGetContent(child(data, "X509Certificate")) : NULL;
    struct known *known = certificate ? xmlHashLookup(verifier->known, certificate) : NULL;
    xmlSecDSigCtx *context = xmlSecDSigCtxCreate(verifier->trusted);
    if (!context) fail("out of memory");
    context->enabledReferenceUris = xmlSecTransformUriTypeSameDocument;
    context->keyInfoReadCtx.certsVerificationTime = verifier->moment;
    xmlSecPtrListAdd(&context->keyInfoReadCtx.enabledKeyData, BAD_CAST xmlSecOpenSSLKeyDataX509Id);
    if (known) context->signKey = known->key;
    char owner[owner_size] = "";
    const char *fault = NULL;
    if (xmlSecDSigCtxVerify(context, message->signature) < 0 || context->status != xmlSecDSigStatusSucceeded)
        fault = "the signature does not hold";
    else if (!covers(context, message->content))
        fault = "the signature is not over DLHDon";
    else if (!known && !owner_of(context->signKey, owner))
        fault = "the certificate names nobody";
    else if (!belongs_to(known ? known->owner : owner, seller))
        fault = "the certificate is not the seller's";
    if (!fault && !known && certificate) remember(verifier, certificate, context->signKey, owner);
    if (known) context->signKey = NULL;  // It stays ours.
    xmlSecDSigCtxDestroy(context);
    xmlFree(certificate);
    return fault;
}

/// The same with a document that holds this invoice only: with the elements around it, or as its root.
static const char *verify_apart(struct verifier *verifier, const struct message *message, const char *seller,
                                bool with_ancestors)
{
    xmlDoc *apart = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *copy = apart ? xmlDocCopyNode(message->invoice, apart, 1) : NULL;
    if (!copy) fail("out of memory");
    xmlNode *root = copy;
    for (xmlNode *each = message->invoice->parent; with_ancestors && each && each->type == XML_ELEMENT_NODE;
         each = each->parent) {
        // 2: with attributes and namespaces, without what is in it.
        xmlNode *around = xmlDocCopyNode(each, apart, 2);
        if (!around || !xmlAddChild(around, root)) fail("out of memory");
        root = around;
    }
    xmlDocSetRootElement(apart, root);
    struct message taken = {.invoice = copy, .content = child(copy, "DLHDon")};
    taken.signature = child(child(child(copy, "DSCKS"), "NBan"), "Signature");
    verify_begin(apart);
    const char *fault = verify_in(verifier, &taken, seller);
    xmlFreeDoc(apart);
    return fault;
}

const char *verify(struct verifier *verifier, const struct message *message, const char *seller, bool is_of_many)
{
    // xmlsec1 looks through the whole document for each reference: among many, an invoice is better taken out.
    const char *fault =
        is_of_many ? verify_apart(verifier, message, seller, true) : verify_in(verifier, message, seller);
    // Some sign the invoice before they wrap it into the message: then it holds as a document of its own.
    return fault ? verify_apart(verifier, message, seller, false) : NULL;
}
