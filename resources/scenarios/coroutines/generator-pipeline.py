# Items pulled through three generators in a row.
from time import sleep

ITEMS = 3
PAUSE = 0.2

def requests():  #@ requests
    for n in range(1, ITEMS + 1):  #@ each
        print("request", n)  #@ print-request
        yield n  #@ give

def priced(source):  #@ priced
    for n in source:  #@ from-requests
        price = n * 10          #@ price
        sleep(PAUSE)            #@ work
        print("  price", price)  #@ print-price
        yield price  #@ give-price

def taxed(source):  #@ taxed
    for price in source:  #@ from-priced
        total = price + 1         #@ tax
        sleep(PAUSE)              #@ work-2
        print("    total", total)  #@ print-total
        yield total  #@ give-total

def main():  #@ main
    first = requests()      #@ make-1
    second = priced(first)  #@ make-2
    third = taxed(second)   #@ make-3
    for total in third:  #@ for
        print("      paid", total)  #@ paid
        sleep(PAUSE)                #@ pause

main()
